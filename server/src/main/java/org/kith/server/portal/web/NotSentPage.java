package org.kith.server.portal.web;

/// What stands in the way of sending a draft.
///
/// @param key of the sentence that says so
public record NotSentPage(String key) {}
