package org.kith.server.family.web;

/// A page that says one thing.
///
/// @param key of its title; its text is under `.text`
/// @param onward where it leads
public record SaidPage(String key, String onward) {}
