package org.kith.server.audit;

import java.util.Optional;
import org.kith.server.vault.PersonId;

/// Whose hands do what is done in somebody's name right now.
public interface Hands {
    /// The guardian who acts for this person in the request under way; empty where they act themselves.
    Optional<PersonId> guardianFor(PersonId person);
}
