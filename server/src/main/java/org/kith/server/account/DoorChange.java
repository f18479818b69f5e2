package org.kith.server.account;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.vault.PersonId;

/// Something that changes about how a person comes in.
///
/// @param target  the passkey or address it is about
/// @param agreed  when somebody who reads an address of the person's agreed
/// @param owned   when the new address was shown to be read
/// @param due     when it happens, or until when it can be undone
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DoorChange(
        Id id,
        PersonId person,
        Kind kind,
        State state,
        @Nullable UUID target,
        byte @Nullable [] address,
        @Nullable Instant agreed,
        @Nullable Instant owned,
        @Nullable UUID proposedBy,
        @Nullable UUID centre,
        Instant created,
        Instant due) {
    /// Long enough for somebody who reads mail every other day.
    public static final Duration DELAY = Duration.ofDays(2);

    public record Id(UUID value) {}

    public enum Kind {
        /// Has happened, and can be undone.
        ADD_PASSKEY,
        ADD_ADDRESS,
        REMOVE_ADDRESS,
        /// At a counter, or by the code that one gave: a new address in place of all that was lost.
        RECOVERY
    }

    public enum State {
        /// Agreement is missing.
        ASKED,
        /// Its time has not come.
        WAITING,
        DONE,
        STOPPED,
        /// Nobody agreed in time.
        LAPSED
    }

    /// Whether no counter has a part in it, but a code that one gave before.
    public boolean isByCode() {
        return kind == Kind.RECOVERY && centre == null;
    }

    public boolean isOpen() {
        return state == State.ASKED || state == State.WAITING;
    }
}
