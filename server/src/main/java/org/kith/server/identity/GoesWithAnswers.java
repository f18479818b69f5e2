package org.kith.server.identity;

import org.kith.server.application.Application;

/// Whoever keeps something that was made from an application's answers, and lets go of it when they go. Told in the
/// same
/// transaction.
public interface GoesWithAnswers {
    /// Of one that is over and led to no card.
    void letGo(Application application);
}
