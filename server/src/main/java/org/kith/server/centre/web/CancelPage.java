package org.kith.server.centre.web;

/// Asks before a visit is given up: its time goes to somebody else at once.
///
/// @param people how many the reader speaks for, themselves among them; none where they come alone
public record CancelPage(String town, String day, String time, String offset, int people) {}
