package org.kith.server.desk.web;

import java.util.Map;

/// Where a child says their own word, and a young adult gets a code.
///
/// @param code   shown once; empty before
/// @param said   whether a child’s word was written down
/// @param errors by the id of the field on the page
public record OfAgePage(String reference, String lines, String code, boolean said, Map<String, String> errors) {}
