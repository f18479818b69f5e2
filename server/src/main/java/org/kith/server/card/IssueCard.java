package org.kith.server.card;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.DraftAnswers;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.card.Cards.Validity;
import org.kith.server.decision.ApplicationApproved;
import org.kith.server.notify.Outbox;
import org.kith.server.programme.Programme;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;

/// Issues the card of an approved application. The event may come twice, or again after the process was killed: **an
/// application has one card**, which the database sees to.
@Service
class IssueCard {
    private final Applications applications;
    private final DraftAnswers answers;
    private final Programme programme;
    private final Cards cards;
    private final Showing showing;
    private final Outbox outbox;
    private final Journal journal;
    private final Clock clock;

    IssueCard(
            Applications applications,
            DraftAnswers answers,
            Programme programme,
            Cards cards,
            Showing showing,
            Outbox outbox,
            Journal journal,
            Clock clock) {
        this.applications = applications;
        this.answers = answers;
        this.programme = programme;
        this.cards = cards;
        this.showing = showing;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(ApplicationApproved approved) {
        var application =
                applications.find(new ApplicationId(approved.applicationId())).orElseThrow();
        if (cards.of(application.id()).isPresent()) return;

        var pack = programme.version(application.pack());
        var words = CardWords.of(pack, answers.of(application));
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var valid = new Validity(today, today.plus(pack.programme().card().validFor()));
        var issued =
                cards.add(application.id(), application.person(), words, valid, application.pack(), clock.instant());
        if (issued.isEmpty()) return;

        var card = issued.get();
        showing.first(card);
        outbox.tell(card.person(), card.id().value());
        journal.record(
                Deed.CARD_ISSUED,
                Actor.house(),
                card.person(),
                card.id().asCase(),
                Details.of(Detail.APPLICATION, application.id().value())
                        .and(Detail.DECISION, approved.decisionId())
                        .and(Detail.ENDS_ON, card.validUntil()));
    }
}
