package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.HeldForms;
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
import org.kith.server.decision.Decision;
import org.kith.server.decision.Measure;
import org.kith.server.decision.MeasureResult;
import org.kith.server.decision.MeasureResult.Decided;
import org.kith.server.decision.MeasureResult.NoSuchCause;
import org.kith.server.decision.MeasureResult.NotHeardYet;
import org.kith.server.decision.MeasureResult.NotNow;
import org.kith.server.decision.MeasureResult.Proposed;
import org.kith.server.decision.MeasureResult.Stopped;
import org.kith.server.decision.Measures;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Suspends, restores and revokes cards, each with a reason that the holder reads.
@Controller
@PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR', 'APPEALS')")
class CaseCardController {
    private static final List<LookPurpose> PURPOSES =
            List.of(LookPurpose.CARD_CARE, LookPurpose.SECOND_SIGNATURE, LookPurpose.PERSONS_OWN_REQUEST);

    private final Cards cards;
    private final Applications applications;
    private final CaseCardPages pages;
    private final Measures measures;
    private final LetterStep letters;
    private final Journal journal;

    CaseCardController(
            Cards cards,
            Applications applications,
            CaseCardPages pages,
            Measures measures,
            LetterStep letters,
            Journal journal) {
        this.cards = cards;
        this.applications = applications;
        this.pages = pages;
        this.measures = measures;
        this.letters = letters;
        this.journal = journal;
    }

    @GetMapping("/desk/cards")
    @PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
    ModelAndView search() {
        return search(new CaseCardSearchPage("", Map.of()));
    }

    @PostMapping("/desk/cards")
    @PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
    ModelAndView find(@RequestParam(defaultValue = "") String number) {
        var found = CardNumber.parse(number).flatMap(cards::byNumber).or(() -> ofApplication(number));
        return found.map(card -> redirect(card.id().value()))
                .orElseGet(() -> search(new CaseCardSearchPage(number, Map.of("number", "case.card.none"))));
    }

    @GetMapping("/desk/cards/{id}")
    ModelAndView card(
            @PathVariable UUID id,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var card = cards.find(new CardId(id));
        if (card.isEmpty()) return CaseNotices.missing();

        return CasePurposes.of(session, id)
                .map(purpose -> shown(pages.page(card.get(), officer, purpose, typed(id, officer, held), Map.of())))
                .orElseGet(() -> ask(card.get(), officer, Map.of()));
    }

    @PostMapping("/desk/cards/{id}/open")
    ModelAndView open(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LookPurpose purpose,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var card = cards.find(new CardId(id));
        if (card.isEmpty()) return CaseNotices.missing();
        if (purpose == null || !purposes(officer).contains(purpose)) {
            return ask(card.get(), officer, Map.of("purpose", "case.fault.purpose"));
        }

        var role = CaseController.roleOf(officer);
        journal.look(
                Deed.PERSON_LOOKED_UP, officer.as(role), card.get().person(), new Case(CaseKind.CARD, id), purpose);
        CasePurposes.remember(session, id, purpose);
        return redirect(id);
    }

    /// Once with what was typed, which brings the letter to look at; and once more from there.
    @PostMapping("/desk/cards/{id}/measure")
    @PreAuthorize("hasRole('CASEWORKER')")
    ModelAndView measure(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var card = cards.find(new CardId(id));
        var purpose = CasePurposes.of(session, id);
        if (card.isEmpty() || purpose.isEmpty()) return redirect(id);
        var typed = letters.typed(place(id), sent, held, officer);
        if (typed.isEmpty()) return letters.gone(place(id), sent);
        var form = MeasureForm.of(typed.get());
        var faults = form.faults(pages.listsCauses(card.get()), pages.papersOf(card.get()));
        if (!faults.isEmpty()) return shown(pages.page(card.get(), officer, purpose.get(), form, faults));

        return letters.take(
                typed.get(),
                card.get().person(),
                officer,
                () -> decide(card.get(), form, officer),
                CaseCardController::made,
                result -> after(id, result));
    }

    private MeasureResult decide(Card card, MeasureForm form, Officer officer) {
        var subject = card.id().asSubject();
        if (form.isWithdrawal()) return measures.withdrawNotice(subject, form.why(), officer);
        return form.announced()
                .map(measure -> measures.announce(subject, measure, form.why(), officer))
                .orElseGet(() -> measures.decide(subject, Measure.valueOf(form.act()), form.why(), officer));
    }

    private static Optional<Decision> made(MeasureResult result) {
        return switch (result) {
            case Decided(var decision) -> Optional.of(decision);
            case Proposed(var decision) -> Optional.of(decision);
            case NotHeardYet _, NoSuchCause _, Stopped _, NotNow _ -> Optional.empty();
        };
    }

    private static ModelAndView after(UUID id, MeasureResult result) {
        return switch (result) {
            case Decided _, Proposed _ -> redirect(id);
            case NotHeardYet _ -> CaseNotices.notice("case.card.not-heard");
            case NoSuchCause() -> CaseNotices.notice("case.card.no-cause");
            case Stopped() -> CaseNotices.notice("case.stop.stopped");
            case NotNow() -> CaseNotices.notice("case.card.not-now");
        };
    }

    private static String place(UUID id) {
        return "/desk/cards/" + id + "/measure";
    }

    /// What was typed for a letter that was looked at and has not gone is still there.
    private MeasureForm typed(UUID id, Officer officer, String held) {
        return letters.unsentAt(place(id), officer, held).map(MeasureForm::of).orElse(MeasureForm.EMPTY);
    }

    private static List<LookPurpose> purposes(Officer officer) {
        return CaseController.roleOf(officer) == Role.APPEALS ? CaseController.ON_APPEAL : PURPOSES;
    }

    private Optional<Card> ofApplication(String typed) {
        return Reference.parse(typed)
                .flatMap(applications::byReference)
                .flatMap(application -> cards.of(application.id()));
    }

    private ModelAndView ask(Card card, Officer officer, Map<String, String> errors) {
        var address = "/desk/cards/" + card.id().value() + "/open";
        return new ModelAndView(
                "desk/case-opening",
                "page",
                new CaseOpeningPage(pages.number(card), address, purposes(officer), errors));
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
