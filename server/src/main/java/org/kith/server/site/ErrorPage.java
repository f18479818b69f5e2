package org.kith.server.site;

/// Something went wrong, said plainly.
///
/// @param titleKey  the sentence that names it
/// @param adviceKey what the person can do now
/// @param reference what to quote when asking for help; empty where there is nothing to look up
public record ErrorPage(String titleKey, String adviceKey, String reference) {}
