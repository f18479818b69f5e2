package org.kith.server.centre.web;

/// Asks before a visit is given up: its time goes to somebody else at once.
public record CancelPage(String town, String day, String time, String offset) {}
