package org.kith.server.staff.web;

/// The passkey is made.
///
/// @param active whether the officer can sign in at once
public record EnrolledPage(boolean active) {}
