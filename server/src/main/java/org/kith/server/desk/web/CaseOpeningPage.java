package org.kith.server.desk.web;

import java.util.List;
import java.util.Map;
import org.kith.server.audit.LookPurpose;

/// Asks an officer why they open somebody's data, before any of it shows.
///
/// @param title   reference or number, no name
/// @param address where the answer goes
public record CaseOpeningPage(String title, String address, List<LookPurpose> purposes, Map<String, String> errors) {}
