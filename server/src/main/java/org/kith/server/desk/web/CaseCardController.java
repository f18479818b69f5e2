package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.card.Card;
import org.kith.server.card.CardId;
import org.kith.server.card.CardNumber;
import org.kith.server.card.Cards;
import org.kith.server.decision.Measure;
import org.kith.server.decision.MeasureResult.Decided;
import org.kith.server.decision.MeasureResult.NotHeardYet;
import org.kith.server.decision.MeasureResult.NotNow;
import org.kith.server.decision.MeasureResult.Proposed;
import org.kith.server.decision.Measures;
import org.kith.server.staff.Officer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Suspends, restores and revokes cards, each with a reason that the holder reads.
@Controller
@PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
class CaseCardController {
    private static final List<LookPurpose> PURPOSES =
            List.of(LookPurpose.CARD_CARE, LookPurpose.SECOND_SIGNATURE, LookPurpose.PERSONS_OWN_REQUEST);
    private static final String ANNOUNCE = "ANNOUNCE";

    private final Cards cards;
    private final Applications applications;
    private final CaseCardPages pages;
    private final Measures measures;
    private final Journal journal;

    CaseCardController(
            Cards cards, Applications applications, CaseCardPages pages, Measures measures, Journal journal) {
        this.cards = cards;
        this.applications = applications;
        this.pages = pages;
        this.measures = measures;
        this.journal = journal;
    }

    @GetMapping("/desk/cards")
    ModelAndView search() {
        return search(new CaseCardSearchPage("", Map.of()));
    }

    @PostMapping("/desk/cards")
    ModelAndView find(@RequestParam(defaultValue = "") String number) {
        var found = CardNumber.parse(number).flatMap(cards::byNumber).or(() -> ofApplication(number));
        return found.map(card -> redirect(card.id().value()))
                .orElseGet(() -> search(new CaseCardSearchPage(number, Map.of("number", "case.card.none"))));
    }

    @GetMapping("/desk/cards/{id}")
    ModelAndView card(@PathVariable UUID id, @AuthenticationPrincipal Officer officer, HttpSession session) {
        var card = cards.find(new CardId(id));
        if (card.isEmpty()) return CaseNotices.missing();

        return CasePurposes.of(session, id)
                .map(purpose -> shown(pages.page(card.get(), officer, purpose, "", "", Map.of())))
                .orElseGet(() -> ask(card.get(), Map.of()));
    }

    @PostMapping("/desk/cards/{id}/open")
    ModelAndView open(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LookPurpose purpose,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var card = cards.find(new CardId(id));
        if (card.isEmpty()) return CaseNotices.missing();
        if (purpose == null || !PURPOSES.contains(purpose)) {
            return ask(card.get(), Map.of("purpose", "case.fault.purpose"));
        }

        var role = CaseController.roleOf(officer);
        journal.look(
                Deed.PERSON_LOOKED_UP, officer.as(role), card.get().person(), new Case(CaseKind.CARD, id), purpose);
        CasePurposes.remember(session, id, purpose);
        return redirect(id);
    }

    @PostMapping("/desk/cards/{id}/measure")
    @PreAuthorize("hasRole('CASEWORKER')")
    ModelAndView measure(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String measure,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var card = cards.find(new CardId(id));
        var purpose = CasePurposes.of(session, id);
        if (card.isEmpty() || purpose.isEmpty()) return redirect(id);
        var faults = faults(measure, reason);
        if (!faults.isEmpty()) return shown(pages.page(card.get(), officer, purpose.get(), measure, reason, faults));

        var subject = card.get().id().asSubject();
        var result = measure.equals(ANNOUNCE)
                ? measures.announceRevocation(subject, reason.strip(), officer)
                : measures.decide(subject, Measure.valueOf(measure), reason.strip(), officer);
        return switch (result) {
            case Decided _, Proposed _ -> redirect(id);
            case NotHeardYet _ -> CaseNotices.notice("case.card.not-heard");
            case NotNow() -> CaseNotices.notice("case.card.not-now");
        };
    }

    private static Map<String, String> faults(String measure, String reason) {
        var known = new ArrayList<String>(List.of(ANNOUNCE));
        for (var each : Measure.values()) known.add(each.name());
        var faults = new LinkedHashMap<String, String>();
        if (!known.contains(measure)) faults.put("measure", "case.fault.measure");
        if (reason.isBlank()) faults.put("reason", "case.fault.reason");
        return faults;
    }

    private Optional<Card> ofApplication(String typed) {
        return Reference.parse(typed)
                .flatMap(applications::byReference)
                .flatMap(application -> cards.of(application.id()));
    }

    private ModelAndView ask(Card card, Map<String, String> errors) {
        var address = "/desk/cards/" + card.id().value() + "/open";
        return new ModelAndView(
                "desk/case-opening", "page", new CaseOpeningPage(pages.number(card), address, PURPOSES, errors));
    }

    private static ModelAndView search(CaseCardSearchPage page) {
        return new ModelAndView("desk/case-cards", "page", page);
    }

    private static ModelAndView shown(CaseCardPage page) {
        return new ModelAndView("desk/case-card", "page", page);
    }

    private static ModelAndView redirect(UUID id) {
        return new ModelAndView("redirect:/desk/cards/" + id);
    }
}
