package org.kith.server.decision;

import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.springframework.stereotype.Component;

/// Which decisions still wait for their person's answer, with something that depends on it.
@Component
class AwaitedAnswers {
    private final Applications applications;

    AwaitedAnswers(Applications applications) {
        this.applications = applications;
    }

    boolean isAwaited(Decision decision) {
        if (decision.state() != Decision.State.MADE || decision.answeredAt() != null) return false;
        if (decision.answerUntil() == null) return false;

        return switch (decision.verdict()) {
            case ASK_MORE -> isAt(decision, Stage.MORE_ASKED);
            case ANNOUNCE_REFUSAL -> isAt(decision, Stage.REFUSAL_ANNOUNCED);
            case ANNOUNCE_REVOCATION -> true;
            case APPROVE, SUSPEND, RESTORE, REVOKE -> false;
        };
    }

    private boolean isAt(Decision decision, Stage stage) {
        return applications
                .find(new ApplicationId(decision.subject().id()))
                .filter(application -> application.stage() == stage)
                .isPresent();
    }
}
