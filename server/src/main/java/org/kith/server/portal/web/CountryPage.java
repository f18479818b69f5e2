package org.kith.server.portal.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How things stand in the country a person lives in, where it is not simply open.
///
/// @param key     of the texts: `rollout.closed` and so on
/// @param name    of the country, in the page's language
/// @param invites whether a code can be typed here
/// @param waits   whether the person is on the waiting list
/// @param mayWait whether there is something to wait for
/// @param fault   what was wrong with the code typed; empty if nothing
/// @param kept    the day until which the draft is kept; null where nobody knows
public record CountryPage(
        String key,
        String name,
        boolean invites,
        boolean waits,
        boolean mayWait,
        String fault,
        @Nullable LocalDate kept) {}
