package org.kith.server.centre.web;

/// The reader waits to be given a time.
///
/// @param before   about how many stand before them
/// @param week     the day on which the week begins in which their turn may come
/// @param first    whether they come before all others
/// @param standby  whether they can come at short notice
/// @param givenUp  whether a calendar may still hold a visit that is over
public record WaitingPage(
        CentreView centre,
        int before,
        String week,
        boolean first,
        boolean standby,
        boolean givenUp,
        String reference) {}
