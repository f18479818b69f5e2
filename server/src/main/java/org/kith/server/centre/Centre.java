package org.kith.server.centre;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.kith.server.vault.CountryCode;

/// A certification centre: an address, some counters, and hours by the clock on its wall.
///
/// @param code      as it stands in addresses of pages, such as `port-amity`
/// @param finding   how to find it, for people who would rather not ask
/// @param languages what its officers speak
/// @param counters  how many people are seen at once, where there are officers
/// @param open      whether it takes new visits
/// @param closures  at short notice, those that are not over
public record Centre(
        CentreId id,
        String code,
        String town,
        CountryCode country,
        String address,
        String finding,
        List<Locale> languages,
        boolean stepFree,
        int counters,
        boolean open,
        Hours hours,
        Around around,
        Roster roster,
        List<Closure> closures) {
    public Centre {
        languages = List.copyOf(languages);
        closures = List.copyOf(closures);
    }

    /// A centre with an officer at each counter.
    public Centre(
            CentreId id,
            String code,
            String town,
            CountryCode country,
            String address,
            String finding,
            List<Locale> languages,
            boolean stepFree,
            int counters,
            boolean open,
            Hours hours) {
        this(
                id,
                code,
                town,
                country,
                address,
                finding,
                languages,
                stepFree,
                counters,
                open,
                hours,
                Around.NOTHING,
                Roster.NONE,
                List.of());
    }

    /// How many people are seen at once at that moment: there are no more than counters, nor than officers.
    int seatsAt(Instant moment) {
        var officers = roster.officersAt(LocalDateTime.ofInstant(moment, hours.zone()));
        return Math.max(0, Math.min(counters - closedAt(moment), officers));
    }

    /// How many are seen at once all the time from then on; none where the centre is not open for as long.
    int seats(Instant start, Duration length) {
        var fewest = Integer.MAX_VALUE;
        for (var unit : Hours.units(start, length)) {
            fewest = Math.min(fewest, seatsAt(unit));
            if (fewest == 0) return 0;
        }
        return fewest;
    }

    /// Whether somebody booked at that counter can be seen: neither the doors nor the counter are closed. That officers
    /// or counters became fewer moves nobody out.
    boolean keeps(Instant start, Duration length, int place) {
        if (!hours.isOpen(start, length)) return false;

        return Hours.units(start, length).stream().noneMatch(unit -> isClosed(unit, place));
    }

    private boolean isClosed(Instant unit, int place) {
        var closed = closedAt(unit);
        return closed > 0 && place > counters - closed;
    }

    /// How many counters are closed at short notice.
    private int closedAt(Instant moment) {
        var closed = 0;
        for (var closure : closures) {
            if (!closure.isAt(moment)) continue;
            var some = closure.counters();
            closed += some == null ? counters : some;
        }
        return Math.min(counters, closed);
    }

    Centre with(Hours other, Roster shifts, List<Closure> closed) {
        return new Centre(
                id, code, town, country, address, finding, languages, stepFree, counters, open, other, around, shifts,
                closed);
    }

    /// As its operator wrote it down, whatever was closed since.
    Centre asListed() {
        return with(hours, roster, List.of());
    }
}
