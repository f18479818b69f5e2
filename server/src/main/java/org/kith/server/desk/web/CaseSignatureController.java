package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.card.CardId;
import org.kith.server.card.Cards;
import org.kith.server.decision.Decision;
import org.kith.server.decision.DecisionId;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.SecondSignature;
import org.kith.server.decision.SigningResult;
import org.kith.server.decision.SigningResult.GivenBack;
import org.kith.server.decision.SigningResult.NotReady;
import org.kith.server.decision.SigningResult.NothingToSign;
import org.kith.server.decision.SigningResult.SameOfficer;
import org.kith.server.decision.SigningResult.SecondOfficerNeeded;
import org.kith.server.decision.SigningResult.Signed;
import org.kith.server.decision.Subject;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where supervisors sign what two must sign, or give it back. They see all that the first officer saw.
@Controller
@PreAuthorize("hasRole('SUPERVISOR')")
class CaseSignatureController {
    private static final int SHOWN = 50;

    private final Decisions decisions;
    private final SecondSignature signature;
    private final Applications applications;
    private final Cards cards;
    private final Programme programme;
    private final CaseViews views;

    CaseSignatureController(
            Decisions decisions,
            SecondSignature signature,
            Applications applications,
            Cards cards,
            Programme programme,
            CaseViews views) {
        this.decisions = decisions;
        this.signature = signature;
        this.applications = applications;
        this.cards = cards;
        this.programme = programme;
        this.views = views;
    }

    @GetMapping("/desk/signatures")
    ModelAndView waiting(@AuthenticationPrincipal Officer officer) {
        var rows = decisions.waiting(SHOWN).stream()
                .map(decision -> new CaseSignaturesPage.Row(
                        address(decision.subject()),
                        decision.number().printed(),
                        decision.verdict(),
                        about(decision),
                        decision.day(),
                        views.name(decision.first()),
                        decision.first().equals(officer.id())))
                .toList();
        return new ModelAndView("desk/case-signatures", "page", new CaseSignaturesPage(rows));
    }

    @PostMapping("/desk/decisions/{id}/sign")
    ModelAndView sign(@PathVariable UUID id, @AuthenticationPrincipal Officer officer, HttpSession session) {
        var decision = decisions.find(new DecisionId(id));
        if (decision.isEmpty()) return CaseNotices.missing();
        if (!isOpen(decision.get(), session)) return redirect(decision.get());

        return shown(signature.sign(new DecisionId(id), officer));
    }

    @PostMapping("/desk/decisions/{id}/return")
    ModelAndView giveBack(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var decision = decisions.find(new DecisionId(id));
        if (decision.isEmpty()) return CaseNotices.missing();
        if (!isOpen(decision.get(), session)) return redirect(decision.get());
        if (why.isBlank()) return CaseNotices.notice("case.return-why");

        return shown(signature.giveBack(new DecisionId(id), why.strip(), officer));
    }

    private static ModelAndView shown(SigningResult result) {
        return switch (result) {
            case Signed(var decision) -> redirect(decision);
            case GivenBack(var decision) -> redirect(decision);
            case SameOfficer() -> CaseNotices.notice("case.same-officer");
            case SecondOfficerNeeded() -> CaseNotices.notice("case.second-officer");
            case NotReady(var missing) ->
                CaseNotices.notice("case.not-ready." + missing.iterator().next());
            case NothingToSign() -> CaseNotices.notice("case.nothing-to-sign");
        };
    }

    private String about(Decision decision) {
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

    /// Nobody signs what they have not opened.
    private static boolean isOpen(Decision decision, HttpSession session) {
        return CasePurposes.of(session, decision.subject().id()).isPresent();
    }

    private static ModelAndView redirect(Decision decision) {
        return new ModelAndView("redirect:" + address(decision.subject()));
    }

    private static String address(Subject subject) {
        var room = subject.kind() == Subject.Kind.CARD ? "/desk/cards/" : "/desk/cases/";
        return room + subject.id();
    }
}
