package org.kith.server.family.web;

import java.util.Map;

/// Typing the code of a registrar.
///
/// @param faults keys of sentences by field
public record TakeOverPage(Map<String, String> faults) {}
