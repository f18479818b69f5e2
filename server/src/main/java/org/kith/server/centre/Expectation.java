package org.kith.server.centre;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.springframework.stereotype.Component;

/// Says honestly how long it takes until somebody's turn: by how many got a time in the last four weeks, or, where that
/// is not known yet, by how many the centre sees.
@Component
public class Expectation {
    private static final int WEEKS = 4;
    private static final int KNOWN = 4;

    private final VisitQueue queue;
    private final Offers offers;
    private final Clock clock;

    Expectation(VisitQueue queue, Offers offers, Clock clock) {
        this.queue = queue;
        this.offers = offers;
        this.clock = clock;
    }

    /// When somebody's turn may come.
    ///
    /// @param before about how many stand before them
    /// @param week   the Monday of the week in which their turn may come
    public record Turn(int before, LocalDate week) {}

    public Turn of(VisitQueue.Request request, Centre centre) {
        var before = queue.before(request);
        var given = offers.given(centre.id(), clock.instant().minus(Duration.ofDays(7L * WEEKS)));
        var aWeek = given >= KNOWN ? given / (double) WEEKS : Math.max(1, Scarcity.visitsAWeek(centre));
        var weeks = (long) Math.floor(before / aWeek);
        var day = LocalDate.now(clock.withZone(centre.hours().zone()))
                .plusDays(GiveOut.LEAD.toDays())
                .plusWeeks(weeks);
        return new Turn(about(before), day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /// To the ten above, where it is more than ten.
    private static int about(int before) {
        return before <= 10 ? before : Math.ceilDiv(before, 10) * 10;
    }
}
