package org.kith.server.centre;

import org.kith.server.application.Application;

/// Somebody who has to hear an applicant face to face, on a matter of theirs that this module need not know.
public interface HearingWanted {
    boolean isWantedFor(Application application);
}
