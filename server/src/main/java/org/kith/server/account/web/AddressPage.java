package org.kith.server.account.web;

/// Asks for a further address.
///
/// @param email what was typed before
/// @param wrong the key of what is wrong with it; empty where nothing is
public record AddressPage(String email, String wrong) {}
