package org.kith.server.account.web;

/// Makes a passkey and gives it a name.
///
/// @param options what the browser needs to make one, as JSON
/// @param name    what was typed before
/// @param unnamed whether a name is missing
/// @param refused whether the one made before was not accepted
public record AddPasskeyPage(String options, String name, boolean unnamed, boolean refused) {}
