package org.kith.server.staff.web;

/// An officer signs in.
///
/// @param next    where to go afterwards
/// @param options what the browser needs to show a passkey, as JSON
/// @param refused whether the passkey shown before was not accepted
public record SignInPage(String next, String options, boolean refused) {}
