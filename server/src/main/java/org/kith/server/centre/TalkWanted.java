package org.kith.server.centre;

import org.kith.server.application.Application;

/// Somebody who knows whether a talk could help an applicant now; what it is about, this module need not know.
public interface TalkWanted {
    boolean isWantedFor(Application application);

    /// Whether no ground of theirs does without.
    boolean isNeededFor(Application application);
}
