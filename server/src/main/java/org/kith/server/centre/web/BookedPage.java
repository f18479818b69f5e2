package org.kith.server.centre.web;

/// The visit that is booked.
///
/// @param canChange whether there is time left to move it or give it up
public record BookedPage(
        CentreView centre, String day, String time, String offset, String reference, boolean canChange) {}
