package org.kith.server.decision;

import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.springframework.stereotype.Component;

/// Which decisions still wait for their person's answer, or appeal, with something that depends on it.
@Component
class AwaitedAnswers {
    private final Applications applications;
    private final MeasureNotices notices;
    private final Appeals appeals;
    private final Decisions decisions;

    AwaitedAnswers(Applications applications, MeasureNotices notices, Appeals appeals, Decisions decisions) {
        this.applications = applications;
        this.notices = notices;
        this.appeals = appeals;
        this.decisions = decisions;
    }

    boolean isAwaited(Decision decision) {
        if (decision.state() != Decision.State.MADE || decision.answeredAt() != null) return false;
        if (decision.answerUntil() == null || decisions.isCorrected(decision.id())) return false;

        return switch (decision.verdict()) {
            case ASK_MORE -> isAt(decision, Stage.MORE_ASKED);
            case ANNOUNCE_REFUSAL -> isAt(decision, Stage.REFUSAL_ANNOUNCED);
            case ANNOUNCE_SUSPENSION, ANNOUNCE_REVOCATION -> notices.isStanding(decision);
            case REFUSE -> isAt(decision, Stage.REFUSED);
            case REVOKE -> appeals.against(decision.id()).isEmpty();
            case APPROVE, SUSPEND, RESTORE, WITHDRAW_NOTICE, UPHOLD, OVERTURN, REMIT -> false;
        };
    }

    private boolean isAt(Decision decision, Stage stage) {
        return applications
                .find(new ApplicationId(decision.subject().id()))
                .filter(application -> application.stage() == stage)
                .isPresent();
    }
}
