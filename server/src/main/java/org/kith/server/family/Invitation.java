package org.kith.server.family;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.Families.Relation;
import org.kith.server.vault.PersonId;

/// Somebody was asked by mail.
///
/// @param family of which; null where it is about a child or about helping
/// @param child  whose guardian is asked; null otherwise
public record Invitation(
        Id id,
        Kind kind,
        PersonId inviter,
        @Nullable FamilyId family,
        @Nullable PersonId child,
        Words words,
        State state,
        Instant expires) {
    public enum Kind {
        /// To join a family, with answers of their own.
        MEMBER,
        /// To say, as a guardian, whether a child may apply.
        GUARDIAN,
        /// To read along.
        HELPER
    }

    public enum State {
        SENT,
        ACCEPTED,
        DECLINED,
        TAKEN_BACK
    }

    public record Id(UUID value) {}

    /// What the inviter wrote; under the inviter's key.
    ///
    /// @param called   whom they ask, in the inviter's words
    /// @param by       who asks, as they want to be called
    /// @param relation what the asked one is to the inviter, where they are to join
    /// @param scope    what a helper may read
    public record Words(
            String called,
            String address,
            String by,
            @Nullable Relation relation,
            Scope scope) {
        @Override
        public String toString() {
            return "Words[…]";
        }
    }

    /// What a helper may read.
    public record Scope(boolean answers, boolean papers, boolean messages) {
        public static final Scope NOTHING = new Scope(false, false, false);

        public boolean isEmpty() {
            return equals(NOTHING);
        }
    }

    boolean isOpen(Instant now) {
        return state == State.SENT && now.isBefore(expires);
    }
}
