package org.kith.server.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A look as the person who was looked at sees it: as what, where, why, which day, but no name.
///
/// @param unit the centre, or none at headquarters
/// @param day in UTC; the first of the month where no more than that is told
public record Look(OfficerRole role, @Nullable UUID unit, LookPurpose purpose, LocalDate day, OfficerNumber officer) {
    /// Whether no day is told: of a comparison with somebody else.
    public boolean isOfAMonth() {
        return purpose == LookPurpose.DUPLICATE_CHECK;
    }
}
