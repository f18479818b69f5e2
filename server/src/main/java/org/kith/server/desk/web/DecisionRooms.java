package org.kith.server.desk.web;

import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.card.CardId;
import org.kith.server.card.Cards;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Subject;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Where what a decision is about lies on the desk, and what it is called there: never by a name.
@Component
class DecisionRooms {
    private final Applications applications;
    private final Cards cards;
    private final Programme programme;

    DecisionRooms(Applications applications, Cards cards, Programme programme) {
        this.applications = applications;
        this.cards = cards;
        this.programme = programme;
    }

    String about(Decision decision) {
        var id = decision.subject().id();
        return switch (decision.subject().kind()) {
            case APPLICATION ->
                applications
                        .find(new ApplicationId(id))
                        .flatMap(application -> application.filedReference())
                        .map(reference -> reference.printed())
                        .orElse("");
            case CARD ->
                cards.find(new CardId(id))
                        .map(card -> card.number()
                                .printed(programme
                                        .version(card.pack())
                                        .programme()
                                        .card()
                                        .numberPrefix()))
                        .orElse("");
        };
    }

    ModelAndView redirect(Decision decision) {
        return new ModelAndView("redirect:" + address(decision.subject()));
    }

    static String address(Subject subject) {
        var room = subject.kind() == Subject.Kind.CARD ? "/desk/cards/" : "/desk/cases/";
        return room + subject.id();
    }
}
