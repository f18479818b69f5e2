package org.kith.server.desk.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.LookPurpose;
import org.kith.server.card.Card;
import org.kith.server.card.CardWords;
import org.kith.server.card.Cards;
import org.kith.server.card.Showing;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Measure;
import org.kith.server.decision.Measures;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Component;

/// Gathers what an officer sees of a card.
@Component
class CaseCardPages {
    private final Cards cards;
    private final Showing showing;
    private final Measures measures;
    private final Programme programme;
    private final CaseViews views;

    CaseCardPages(Cards cards, Showing showing, Measures measures, Programme programme, CaseViews views) {
        this.cards = cards;
        this.showing = showing;
        this.measures = measures;
        this.programme = programme;
        this.views = views;
    }

    CaseCardPage page(
            Card card, Officer officer, LookPurpose opened, String measure, String reason, Map<String, String> errors) {
        var subject = card.id().asSubject();
        var decisions = views.about(subject);
        var proposal = proposal(decisions);
        var heard = measures.wasHeard(subject);
        var words = cards.words(card);
        return new CaseCardPage(
                card,
                number(card),
                words.map(CardWords::latin).orElse(""),
                words.map(CardWords::own).orElse(""),
                opened,
                (int) showing.prints(card.id()).stream()
                        .filter(print -> print.endedAt() == null)
                        .count(),
                decisions,
                proposal,
                proposal != null && officer.is(Role.SUPERVISOR),
                officer.is(Role.CASEWORKER) && proposal == null ? possible(card, heard) : List.of(),
                heard,
                measure,
                reason,
                errors);
    }

    String number(Card card) {
        return card.number()
                .printed(programme.version(card.pack()).programme().card().numberPrefix());
    }

    /// A revocation is offered when its holder was heard; until then, its announcement.
    private static List<String> possible(Card card, boolean heard) {
        var possible = new ArrayList<String>();
        for (var measure : card.possibleMeasures()) {
            possible.add(measure == Measure.REVOKE && !heard ? "ANNOUNCE" : measure.name());
        }
        return possible;
    }

    private static @Nullable CaseDecisionView proposal(List<CaseDecisionView> decisions) {
        return decisions.stream()
                .filter(decision -> decision.state() == Decision.State.PROPOSED)
                .findFirst()
                .orElse(null);
    }
}
