package org.kith.server.decision;

import org.kith.server.application.Application;
import org.kith.server.application.StillNeeded;
import org.springframework.stereotype.Component;

/// While a decision may be appealed, or is, or a holder is to be heard, nothing that it rests on is let go of.
@Component
class AppealNeeds implements StillNeeded {
    private final Decisions decisions;
    private final Appeals appeals;
    private final Appealing appealing;
    private final MeasureNotices notices;

    AppealNeeds(Decisions decisions, Appeals appeals, Appealing appealing, MeasureNotices notices) {
        this.decisions = decisions;
        this.appeals = appeals;
        this.appealing = appealing;
        this.notices = notices;
    }

    @Override
    public boolean isNeeded(Application application) {
        return appeals.openOf(application.person()).isPresent()
                || decisions.of(application.person()).stream()
                        .anyMatch(decision -> appealing.isOpen(decision) || isStandingNotice(decision));
    }

    private boolean isStandingNotice(Decision decision) {
        return MeasureNotices.isNotice(decision.verdict()) && notices.isStanding(decision);
    }
}
