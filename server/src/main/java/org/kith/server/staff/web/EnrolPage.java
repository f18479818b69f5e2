package org.kith.server.staff.web;

/// An officer makes a passkey.
///
/// @param options what the browser needs to make one, as JSON
/// @param refused whether the one made before was not accepted
public record EnrolPage(String link, String name, String options, boolean refused) {}
