package org.kith.server.staff.web;

/// An officer signs in.
///
/// @param next where to go afterwards
public record SignInPage(String next) {}
