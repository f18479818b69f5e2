package org.kith.server.desk.web;

import java.util.Map;

/// One recovery: what is still missing.
///
/// @param due when it happens; empty while something is missing
public record RecoveryStatePage(
        String id, boolean owned, boolean agreed, String due, String time, Map<String, String> errors) {}
