package org.kith.server.desk.web;

import java.util.Map;

/// Where a young adult gets a code.
///
/// @param code   shown once; empty before
/// @param errors by the id of the field on the page
public record OfAgePage(String reference, String lines, String code, Map<String, String> errors) {}
