package org.kith.server.admin.web;

import java.util.List;
import java.util.Map;

/// What an auditor asks: one person, by the whole reference number, and why.
///
/// @param purpose the one chosen, or empty
public record JournalSearchPage(String reference, String purpose, List<String> purposes, Map<String, String> errors) {}
