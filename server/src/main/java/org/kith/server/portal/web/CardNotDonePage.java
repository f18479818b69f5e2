package org.kith.server.portal.web;

/// Something about the card was not done, and why.
///
/// @param key of the sentence that says it
public record CardNotDonePage(String key) {}
