package org.kith.server.decision;

import java.util.List;
import java.util.Optional;
import org.kith.server.audit.Actor;
import org.kith.server.vault.PersonId;

/// Something issued, of which decisions are made here and carried out there: a card. There is no other way to suspend,
/// restore or revoke one in the state's name.
public interface Judged {
    Subject.Kind kind();

    /// The number that stands on it.
    String printed(Subject subject);

    /// Holds it until the transaction ends.
    Optional<Held> lock(Subject subject);

    /// Carries out a decision in the decision's own transaction, journal entry included.
    void carryOut(Subject subject, Measure measure, DecisionId decision, Actor.Officer officer);

    /// As it stands, held.
    ///
    /// @param pack     digest of the programme pack it was issued under
    /// @param possible what can be done to it as it stands
    record Held(PersonId person, String pack, List<Measure> possible) {}
}
