package org.kith.server.account.web;

/// Waits for the mail to be read, here or elsewhere.
///
/// @param wrongCode whether a code was typed that does not fit
public record SentPage(boolean wrongCode) {}
