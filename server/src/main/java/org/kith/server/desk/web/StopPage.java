package org.kith.server.desk.web;

import java.util.Map;

/// Where a court's stop is put on a case, signed and lifted.
///
/// @param about  the number of the case or card
/// @param room   where the case stands
/// @param own    whether this officer proposed what waits, and so cannot sign it
/// @param hiding whether the programme lets a person be told later where the order demands it
/// @param why    it is to be lifted, as it was typed
public record StopPage(
        String about,
        String room,
        CaseStopView stop,
        boolean own,
        boolean maySign,
        boolean hiding,
        CaseWriting writing,
        StopForm form,
        String why,
        Map<String, String> errors) {}
