package org.kith.server.account.web;

/// Asks for an address, and nothing else.
///
/// @param email what was typed before
/// @param next  where to go afterwards
/// @param wrong whether what was typed is not an address
public record SignInPage(String email, String next, boolean wrong) {}
