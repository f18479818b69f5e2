package org.kith.server.centre;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/// Which counters of a centre are taken when.
final class Occupancy {
    static final Occupancy NONE = new Occupancy();

    private static final BitSet NOBODY = new BitSet();

    private final Map<Instant, BitSet> taken = new HashMap<>();

    void take(Instant unit, int place) {
        taken.computeIfAbsent(unit, _ -> new BitSet()).set(place);
    }

    /// At how many counters a visit may begin then.
    int free(Centre centre, Instant start, Duration length) {
        var seats = centre.seats(start, length);
        if (seats == 0) return 0;

        return seats - all(start, length).get(1, seats + 1).cardinality();
    }

    /// The lowest counter at which it may.
    OptionalInt place(Centre centre, Instant start, Duration length) {
        var place = all(start, length).nextClearBit(1);
        return place <= centre.seats(start, length) ? OptionalInt.of(place) : OptionalInt.empty();
    }

    /// The highest counter taken in a unit.
    int highest(Instant unit) {
        return Math.max(0, taken.getOrDefault(unit, NOBODY).length() - 1);
    }

    private BitSet all(Instant start, Duration length) {
        var all = new BitSet();
        for (var unit : Hours.units(start, length)) all.or(taken.getOrDefault(unit, NOBODY));
        return all;
    }
}
