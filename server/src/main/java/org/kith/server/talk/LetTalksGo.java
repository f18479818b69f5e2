package org.kith.server.talk;

import org.kith.server.application.Application;
import org.kith.server.identity.GoesWithAnswers;
import org.springframework.stereotype.Component;

/// Lets go of what was marked together with what was answered.
@Component
class LetTalksGo implements GoesWithAnswers {
    private final Talks talks;

    LetTalksGo(Talks talks) {
        this.talks = talks;
    }

    @Override
    public void letGo(Application application) {
        talks.removeAll(application.id());
    }
}
