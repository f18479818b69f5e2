package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.decision.AppealId;
import org.kith.server.decision.Appeals;
import org.kith.server.decision.DecisionId;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.UnsentLetters;
import org.kith.server.staff.Officer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Shows an officer a letter as it will go.
@Controller
@PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR', 'APPEALS')")
class LetterPreviewController {
    private final UnsentLetters unsent;
    private final Decisions decisions;
    private final Appeals appeals;

    LetterPreviewController(UnsentLetters unsent, Decisions decisions, Appeals appeals) {
        this.unsent = unsent;
        this.decisions = decisions;
        this.appeals = appeals;
    }

    @GetMapping("/desk/letters/{id}")
    ModelAndView letter(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String again,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var found = unsent.find(new DecisionId(id), officer.id());
        if (found.isEmpty()) return CaseNotices.notice("case.letter.gone");
        var kept = found.get();
        // What is in it is about a person: it opens with the case, for the case's purpose.
        var isOpen = subject(kept.place()).flatMap(subject -> CasePurposes.of(session, subject));
        if (isOpen.isEmpty()) return new ModelAndView("redirect:" + room(kept.place()));

        var page = LetterPreviewPage.of(
                kept.letter(), kept.place(), id.toString(), form(kept.place()), again.equals("yes"), false);
        return new ModelAndView("desk/letter-preview", "page", page);
    }

    /// Where what was typed stands: on the page of the case, or on one of its own.
    private static String form(String place) {
        var isOnTheCase = place.startsWith("/desk/cases/") && place.endsWith("/decide");
        return isOnTheCase || place.endsWith("/measure") ? room(place) + "#decide" : place;
    }

    /// `/desk/cases/{id}` of `/desk/cases/{id}/decide`.
    private static String room(String place) {
        return place.substring(0, place.lastIndexOf('/'));
    }

    /// What a form is about: its address names that, or a decision on it, or an appeal against one.
    private Optional<UUID> subject(String place) {
        var room = room(place);
        var id = UUID.fromString(room.substring(room.lastIndexOf('/') + 1));
        if (room.startsWith("/desk/appeals/")) {
            return appeals.find(new AppealId(id)).flatMap(appeal -> about(appeal.decision()));
        }
        return room.startsWith("/desk/decisions/") ? about(new DecisionId(id)) : Optional.of(id);
    }

    private Optional<UUID> about(DecisionId id) {
        return decisions.find(id).map(decision -> decision.subject().id());
    }
}
