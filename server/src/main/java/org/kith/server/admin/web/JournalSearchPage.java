package org.kith.server.admin.web;

import java.util.List;
import java.util.Map;

/// What an auditor asks: one person, by the whole reference number, and why.
public record JournalSearchPage(String reference, List<String> purposes, Map<String, String> errors) {}
