package org.kith.server.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.vault.PersonId;

/// Who did it.
public sealed interface Actor {
    /// Somebody who applies for or holds a card, signed in as themselves.
    record Person(PersonId id) implements Actor {}

    /// Somebody of the staff, acting in one of their roles.
    ///
    /// @param unit the centre they act for, or none at headquarters
    record Officer(UUID id, OfficerRole role, @Nullable UUID unit) implements Actor {}

    /// The server itself: time that ran out, a job, a command line.
    record House() implements Actor {}

    static Actor of(PersonId person) {
        return new Person(person);
    }

    static Actor house() {
        return new House();
    }
}
