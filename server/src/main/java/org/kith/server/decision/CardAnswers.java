package org.kith.server.decision;

import org.kith.server.application.Application;
import org.kith.server.application.PapersWanted;
import org.springframework.stereotype.Component;

/// Whoever is heard before their card is taken, or appeals afterwards, answers in words and with papers. These lie with
/// the application that the card came from.
@Component
class CardAnswers implements PapersWanted {
    private final Decisions decisions;
    private final MeasureNotices notices;
    private final Appealing appealing;
    private final Appeals appeals;

    CardAnswers(Decisions decisions, MeasureNotices notices, Appealing appealing, Appeals appeals) {
        this.decisions = decisions;
        this.notices = notices;
        this.appealing = appealing;
        this.appeals = appeals;
    }

    @Override
    public boolean isWanted(Application application) {
        return decisions.of(application.person()).stream()
                .filter(decision -> decision.subject().kind() == Subject.Kind.CARD)
                .anyMatch(decision -> isToBeAnswered(decision) || appealing.isOpen(decision) || isAppealed(decision));
    }

    private boolean isToBeAnswered(Decision decision) {
        return decision.verdict().mayBeAnswered()
                && decision.answeredAt() == null
                && (!MeasureNotices.isNotice(decision.verdict()) || notices.isStanding(decision));
    }

    private boolean isAppealed(Decision decision) {
        return appeals.against(decision.id()).filter(Appeal::isOpen).isPresent();
    }
}
