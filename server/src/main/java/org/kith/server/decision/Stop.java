package org.kith.server.decision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.staff.OfficerId;
import org.kith.server.vault.PersonId;

/// A stop that a court put on a case, without its words: those lie sealed beside it.
///
/// @param first       who proposed what waits now, or did it alone
/// @param standsSince null while it was never signed
/// @param visibleFrom from when its person is told; the moment it stands unless the order forbids that
public record Stop(
        Id id,
        Subject subject,
        PersonId person,
        State state,
        OfficerId first,
        Instant madeAt,
        @Nullable Instant standsSince,
        @Nullable Instant liftedAt,
        Instant visibleFrom) {
    public record Id(UUID value) {
        static Id random() {
            return new Id(UUID.randomUUID());
        }
    }

    public enum State {
        PROPOSED,
        STANDS,
        LIFT_PROPOSED,
        LIFTED,
        RETURNED;

        /// A proposal to lift it lifts nothing yet.
        public boolean holds() {
            return this == STANDS || this == LIFT_PROPOSED;
        }

        boolean waits() {
            return this == PROPOSED || this == LIFT_PROPOSED;
        }
    }

    /// What a stop says.
    ///
    /// @param authority that ordered it
    /// @param reference of the order
    /// @param language  tag of the language in which the officer wrote
    /// @param lifting   why it was lifted; empty until it is to be
    public record Words(String authority, String reference, String reason, String language, String lifting) {
        Words liftedFor(String why) {
            return new Words(authority, reference, reason, language, why);
        }

        @Override
        public String toString() {
            return "Words[…]";
        }
    }

    public boolean isVisible(Instant now) {
        return standsSince != null && !now.isBefore(visibleFrom);
    }
}
