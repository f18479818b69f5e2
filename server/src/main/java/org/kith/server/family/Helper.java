package org.kith.server.family;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.kith.server.family.Invitation.Scope;
import org.kith.server.vault.PersonId;

/// Somebody who reads along, and can do nothing else.
///
/// @param called the owner's word for them
/// @param by     as the owner wants to be called by them
/// @param looks  the days on which they looked, the newest first
public record Helper(
        Id id, PersonId owner, PersonId person, Scope scope, String called, String by, List<LocalDate> looks) {
    public Helper {
        looks = List.copyOf(looks);
    }

    public record Id(UUID value) {}

    /// What they looked at.
    public enum What {
        ANSWERS,
        PAPERS,
        MESSAGES
    }

    public boolean mayRead(What what) {
        return switch (what) {
            case ANSWERS -> scope.answers();
            case PAPERS -> scope.papers();
            case MESSAGES -> scope.messages();
        };
    }

    @Override
    public String toString() {
        return "Helper[…]";
    }
}
