package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The first free time of many centres: asked for all at once, near days first, and remembered for a moment. A page
/// that
/// names it says where to look; whether it is still free, the page of its centre says.
@Component
public class FirstFree {
    private static final Duration REMEMBERED = Duration.ofSeconds(15);

    /// Days from today on: most centres have something in the first of them.
    private static final int[] WINDOWS = {0, 3, 14, Slots.DAYS_AHEAD + 1};

    private final Slots slots;
    private final Appointments appointments;
    private final Clock clock;
    private final Map<Wanted, Known> known = new ConcurrentHashMap<>();

    FirstFree(Slots slots, Appointments appointments, Clock clock) {
        this.slots = slots;
        this.appointments = appointments;
        this.clock = clock;
    }

    private record Wanted(CentreId centre, Duration length) {}

    private record Known(@Nullable Instant start, Instant at) {
        private boolean isFresh(Instant now) {
            var isFuture = start == null || start.isAfter(now.plus(Slots.NOTICE));
            return isFuture && !at.isAfter(now) && Duration.between(at, now).compareTo(REMEMBERED) < 0;
        }
    }

    /// Centres without a free time in reach are not in it.
    public Map<CentreId, Instant> of(List<Centre> centres, Duration length) {
        var now = clock.instant();
        var asked = new ArrayList<Centre>();
        var found = new HashMap<CentreId, Instant>();
        for (var centre : centres) {
            var before = known.get(new Wanted(centre.id(), length));
            if (before == null || !before.isFresh(now)) asked.add(centre);
            else if (before.start() != null) found.put(centre.id(), before.start());
        }
        if (asked.isEmpty()) return found;

        var read = read(asked, length);
        for (var centre : asked) {
            known.put(new Wanted(centre.id(), length), new Known(read.get(centre.id()), now));
        }
        found.putAll(read);
        return found;
    }

    private Map<CentreId, Instant> read(List<Centre> centres, Duration length) {
        var found = new HashMap<CentreId, Instant>();
        for (var window = 0; window + 1 < WINDOWS.length; window++) {
            var first = WINDOWS[window];
            var last = WINDOWS[window + 1];
            var left = centres.stream()
                    .filter(centre -> !found.containsKey(centre.id()))
                    .toList();
            if (left.isEmpty()) return found;

            // A day more on each side: it is not the same day everywhere.
            var now = clock.instant();
            var taken = appointments.occupancy(
                    left.stream().map(Centre::id).toList(),
                    now.plus(Duration.ofDays(first - 1L)),
                    now.plus(Duration.ofDays(last + 2L)));
            for (var centre : left) {
                first(centre, first, last, taken.getOrDefault(centre.id(), Occupancy.NONE), length)
                        .ifPresent(start -> found.put(centre.id(), start));
            }
        }
        return found;
    }

    private Optional<Instant> first(Centre centre, int from, int to, Occupancy taken, Duration length) {
        var today = LocalDate.now(clock.withZone(centre.hours().zone()));
        return today.plusDays(from)
                .datesUntil(today.plusDays(to))
                .flatMap(day -> centre.hours().visitsOn(day, length).stream())
                .filter(start -> slots.isInReach(centre, start) && taken.free(centre, start, length) > 0)
                .findFirst();
    }
}
