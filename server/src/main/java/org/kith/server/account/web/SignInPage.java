package org.kith.server.account.web;

/// Asks for an address, or for a passkey where the browser has one.
///
/// @param email what was typed before
/// @param next  where to go afterwards
/// @param wrong   whether what was typed is not an address
/// @param options what the browser needs to show a passkey, as JSON
/// @param held    whether what was typed before waits for the person
/// @param refused whether the passkey shown before was not accepted
public record SignInPage(String email, String next, boolean wrong, String options, boolean held, boolean refused) {}
