package org.kith.server.account.web;

/// The person has a passkey, and what they want to see opens with that alone.
public record PasskeyFirstPage(String next) {}
