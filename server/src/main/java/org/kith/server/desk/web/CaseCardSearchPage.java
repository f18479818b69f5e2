package org.kith.server.desk.web;

import java.util.Map;

/// Finds one card, by its number or its application's reference. There is no list of cards.
public record CaseCardSearchPage(String typed, Map<String, String> errors) {}
