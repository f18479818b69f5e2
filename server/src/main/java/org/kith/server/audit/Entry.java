package org.kith.server.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.server.vault.PersonId;

/// One entry of the journal, without its details.
///
/// @param person whom it concerns, if anyone
/// @param purpose of a look; none for any other deed
/// @param visibleFrom when the person may see it
public record Entry(
        EntryId id,
        Instant at,
        Deed deed,
        Actor actor,
        @Nullable PersonId person,
        @Nullable Case subject,
        @Nullable LookPurpose purpose,
        Instant visibleFrom) {}
