package org.kith.server.application;

import java.util.Optional;
import org.kith.pack.question.Answers;

/// What else than open questions may stand in the way of sending an application, known to those above.
public interface BeforeSending {
    /// The key of a sentence for the person; empty where nothing stands in the way.
    Optional<String> objection(Application draft, Answers given);
}
