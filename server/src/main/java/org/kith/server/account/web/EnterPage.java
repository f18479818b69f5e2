package org.kith.server.account.web;

/// The button behind the link.
public record EnterPage(String link) {}
