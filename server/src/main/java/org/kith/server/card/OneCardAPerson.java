package org.kith.server.card;

import java.util.Set;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.decision.Finding;
import org.kith.server.decision.Obstacle;
import org.kith.server.decision.Requirement;
import org.kith.server.matching.LookingForDuplicates;
import org.kith.server.matching.MatchVerdict;
import org.springframework.stereotype.Component;

/// Whoever an officer knows to hold a card that stands does not get a second one. They lose nothing by it: the first
/// stands, and their second application waits for their word.
@Component
class OneCardAPerson implements Obstacle {
    private final Applications applications;
    private final LookingForDuplicates looking;
    private final Cards cards;

    OneCardAPerson(Applications applications, LookingForDuplicates looking, Cards cards) {
        this.applications = applications;
        this.looking = looking;
        this.cards = cards;
    }

    @Override
    public Set<Requirement> missing(Application application, Finding finding) {
        if (!(finding instanceof Finding.Approval)) return Set.of();

        // Held: of two officers who approve the two applications of one person at once, the second sees the first.
        return looking.forDecision(application).stream()
                        .filter(match -> match.is(MatchVerdict.SAME))
                        .flatMap(match -> match.besides(application.id()).stream())
                        .anyMatch(this::hasCard)
                ? Set.of(Requirement.ONE_CARD)
                : Set.of();
    }

    /// An approved application has one soon.
    private boolean hasCard(ApplicationId other) {
        return applications
                .find(other)
                .filter(each -> each.stage() == Stage.APPROVED)
                .filter(each -> cards.of(other)
                        .map(Card::stage)
                        .map(stage -> !stage.isFinal())
                        .orElse(true))
                .isPresent();
    }
}
