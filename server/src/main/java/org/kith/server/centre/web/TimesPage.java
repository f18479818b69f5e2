package org.kith.server.centre.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// When to be seen: a week of one centre's free times, all by the clock on its wall.
///
/// @param offset     what that clock is ahead of or behind UTC in that week
/// @param now        what it shows now
/// @param today      the day it shows now
/// @param earlier    the Monday of the week before, where it can be booked
/// @param later      the Monday of the week after, where it can be booked
/// @param reference  to bring along
/// @param moving     whether a visit is booked already and this is about another time
/// @param party      who comes
/// @param trouble    why the last choice did not work out, as the key of a text
/// @param next       the next free times, offered where the chosen one was taken
public record TimesPage(
        CentreView centre,
        String offset,
        String now,
        String today,
        String week,
        String weekTitle,
        List<Day> days,
        @Nullable String earlier,
        @Nullable String later,
        String reference,
        boolean moving,
        PartyView party,
        @Nullable String trouble,
        List<Day> next) {
    private static final int MANY = 40;

    /// Whether all days but the first lie folded: a hundred times on a phone are a long way to the button.
    public boolean folded() {
        return days.stream().mapToInt(Day::free).sum() > MANY;
    }

    /// The first day with a free time, which never lies folded.
    public @Nullable Day first() {
        return days.stream().filter(day -> day.free() > 0).findFirst().orElse(null);
    }

    /// A day of the week shown.
    ///
    /// @param offset only where the clocks change within the week
    /// @param closed why nobody is seen
    public record Day(
            String title,
            int free,
            List<Chip> chips,
            @Nullable String offset,
            @Nullable String closed) {}

    /// A time to press.
    ///
    /// @param value the moment, as the form sends it
    /// @param id    of the radio
    public record Chip(String value, String id, String label) {}
}
