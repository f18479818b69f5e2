package org.kith.server.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An officer tried, on one day, to open what is not theirs to see. Whose data they tried to see stands in the journal
/// alone.
///
/// @param day   in UTC
/// @param unit  the centre they work for, or none at headquarters
/// @param tries how many that day
public record Alarm(
        UUID officer,
        LocalDate day,
        OfficerRole role,
        @Nullable UUID unit,
        int tries,
        Instant firstAt,
        Instant lastAt) {
    /// What came of looking into one.
    public enum Finding {
        /// A slip: a wrong row, an old link.
        SLIP,
        /// The officer had a reason, and was told the proper way.
        EXPLAINED,
        /// It goes on elsewhere: with the head of the centre, or as a breach.
        PASSED_ON
    }
}
