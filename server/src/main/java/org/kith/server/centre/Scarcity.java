package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Says when times of a centre are given out by the day of filing, and no longer taken by whoever is quickest: when
/// less
/// than a tenth of its time in reach is free, until a quarter is and nobody waits.
@Component
class Scarcity {
    private static final double SCARCE = 0.10;
    private static final double PLENTY = 0.25;

    private final Appointments appointments;
    private final VisitQueue queue;
    private final Clock clock;

    Scarcity(Appointments appointments, VisitQueue queue, Clock clock) {
        this.appointments = appointments;
        this.queue = queue;
        this.clock = clock;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void judge(Centre centre) {
        var free = free(centre);
        if (!queue.isOn(centre.id())) {
            if (free < SCARCE) queue.turn(centre.id(), true);
        } else if (free > PLENTY && queue.waiting(centre.id()) == 0) queue.turn(centre.id(), false);
    }

    /// The share of a centre's time in reach that is free; all of it where it is never open.
    double free(Centre centre) {
        var now = clock.instant();
        var taken = appointments.units(centre.id(), now, now.plus(Duration.ofDays(Slots.DAYS_AHEAD)));
        var all = capacity(centre, now);
        return all == 0 ? 1.0 : 1.0 - (double) taken / all;
    }

    /// Units of all counters that are to come.
    private static long capacity(Centre centre, Instant now) {
        var today = LocalDate.ofInstant(now, centre.hours().zone());
        return today.datesUntil(today.plusDays(Slots.DAYS_AHEAD + 1L))
                .flatMap(day -> units(centre, day).stream())
                .filter(unit -> unit.isAfter(now))
                .mapToLong(centre::seatsAt)
                .sum();
    }

    private static List<Instant> units(Centre centre, LocalDate day) {
        return centre.hours().spansOn(day).stream()
                .flatMap(span -> Hours.units(span.opens(), Duration.between(span.opens(), span.closes())).stream())
                .toList();
    }

    /// How many visits of one person a centre holds in a week that is like any other.
    static long visitsAWeek(Centre centre) {
        return centre.hours().weekly().stream()
                .mapToLong(each ->
                        Duration.between(each.opens(), each.closes()).dividedBy(Hours.VISIT) * centre.counters())
                .sum();
    }
}
