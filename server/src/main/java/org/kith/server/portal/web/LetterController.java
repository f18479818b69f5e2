package org.kith.server.portal.web;

import java.util.UUID;
import org.kith.server.account.SignedInPerson;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.DecisionId;
import org.kith.server.decision.DecisionLetters;
import org.kith.server.decision.Decisions;
import org.kith.server.programme.Programme;
import org.kith.server.vault.Vault;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// A decision's letter, as it went.
@Controller
class LetterController {
    private final Decisions decisions;
    private final DecisionLetters letters;
    private final Programme programme;
    private final Vault vault;

    LetterController(Decisions decisions, DecisionLetters letters, Programme programme, Vault vault) {
        this.decisions = decisions;
        this.letters = letters;
        this.programme = programme;
        this.vault = vault;
    }

    /// Another person's letter looks like none at all.
    @GetMapping("/messages/{id}/letter")
    ModelAndView letter(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        var page = decisions
                .find(new DecisionId(id))
                .filter(decision -> decision.person().equals(person.person()) && decision.state() == State.MADE)
                .flatMap(decision -> letters.of(decision)
                        .map(letter -> new LetterPage(id.toString(), letter, isOfferedPaper(decision))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("portal/letter", "page", page);
    }

    /// Where the card could be held against them, nobody is led to print anything.
    private boolean isOfferedPaper(Decision decision) {
        var country = vault.country(decision.person()).value();
        return programme.current().rollout().profileFor(country).print();
    }
}
