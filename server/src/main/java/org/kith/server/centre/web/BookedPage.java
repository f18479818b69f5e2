package org.kith.server.centre.web;

import java.util.List;

/// The visit that is booked.
///
/// @param canChange whether there is time left to move it or give it up
/// @param others    who comes along, as they are called
/// @param lead      whether the reader speaks for them
/// @param calendar  whether it may be carried in a calendar
/// @param standby   whether the reader can come sooner, at short notice
/// @param offered   whether a sooner time is held for them
public record BookedPage(
        CentreView centre,
        String day,
        String time,
        String offset,
        String reference,
        boolean canChange,
        long minutes,
        List<String> others,
        boolean lead,
        boolean calendar,
        boolean standby,
        boolean offered) {}
