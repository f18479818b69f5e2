package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.decision.Decision;
import org.kith.server.decision.DecisionId;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.ListPlace;
import org.kith.server.decision.Rehearsal;
import org.kith.server.decision.SecondSignature;
import org.kith.server.decision.SigningResult;
import org.kith.server.decision.SigningResult.Differed;
import org.kith.server.decision.SigningResult.GivenBack;
import org.kith.server.decision.SigningResult.NotReady;
import org.kith.server.decision.SigningResult.NothingToSign;
import org.kith.server.decision.SigningResult.SameOfficer;
import org.kith.server.decision.SigningResult.SecondOfficerNeeded;
import org.kith.server.decision.SigningResult.Signed;
import org.kith.server.decision.SigningResult.TookPart;
import org.kith.server.decision.Stop;
import org.kith.server.decision.Stops;
import org.kith.server.decision.Verdict;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where a second officer signs what two must sign, or give it back. They see all that the first officer saw.
@Controller
@PreAuthorize("hasAnyRole('SUPERVISOR', 'APPEALS')")
class CaseSignatureController {
    private static final int SHOWN = 50;

    private final Decisions decisions;
    private final SecondSignature signature;
    private final Rehearsal rehearsal;
    private final Stops stops;
    private final DecisionRooms rooms;
    private final CaseViews views;

    CaseSignatureController(
            Decisions decisions,
            SecondSignature signature,
            Rehearsal rehearsal,
            Stops stops,
            DecisionRooms rooms,
            CaseViews views) {
        this.decisions = decisions;
        this.signature = signature;
        this.rehearsal = rehearsal;
        this.stops = stops;
        this.rooms = rooms;
        this.views = views;
    }

    @GetMapping("/desk/signatures")
    ModelAndView waiting(@RequestParam(defaultValue = "") String after, @AuthenticationPrincipal Officer officer) {
        var onAppeal = new HashSet<Boolean>();
        if (officer.is(Role.SUPERVISOR)) onAppeal.add(false);
        if (officer.is(Role.APPEALS)) onAppeal.add(true);
        var proposed = decisions.waiting(onAppeal, ListPlace.parse(after), SHOWN + 1);
        var page = proposed.subList(0, Math.min(SHOWN, proposed.size()));
        var rows = page.stream()
                .map(decision -> new CaseSignaturesPage.Row(
                        DecisionRooms.address(decision.subject()),
                        decision.number().printed(),
                        decision.verdict(),
                        rooms.about(decision),
                        decision.day(),
                        views.name(decision.first()),
                        decision.first().equals(officer.id())))
                .toList();
        var next = proposed.size() > SHOWN ? page.getLast().place().text() : "";
        return new ModelAndView("desk/case-signatures", "page", new CaseSignaturesPage(rows, next, stops(officer)));
    }

    /// First without a seal, which brings the letter as it will go; then with the seal of the letter that was seen.
    @PostMapping("/desk/decisions/{id}/sign")
    ModelAndView sign(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String seal,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var decision = decisions.find(new DecisionId(id));
        if (decision.isEmpty()) return CaseNotices.missing();
        if (!isOpen(decision.get(), session)) return redirect(decision.get());

        var played = rehearsal.sign(
                decision.get(),
                seal,
                () -> signature.sign(new DecisionId(id), officer),
                CaseSignatureController::signed);
        if (played.sent() || played.letter().isEmpty()) return shown(played.result());
        var letter = played.letter().get().letter();
        var address = "/desk/decisions/" + id + "/sign";
        var back = DecisionRooms.address(decision.get().subject());
        var page = LetterPreviewPage.of(letter, address, "", back, !seal.isEmpty(), true);
        return new ModelAndView("desk/letter-preview", "page", page);
    }

    private static Optional<Decision> signed(SigningResult result) {
        return result instanceof Signed(var decision) ? Optional.of(decision) : Optional.empty();
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

    @GetMapping("/desk/decisions/{id}/differ")
    ModelAndView differ(@PathVariable UUID id, HttpSession session) {
        return proposal(id, session, RulingForm.EMPTY, Map.of());
    }

    @PostMapping("/desk/decisions/{id}/differ")
    ModelAndView differ(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String choice,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var form = new RulingForm(choice, "", reason, "");
        var decision = decisions.find(new DecisionId(id));
        if (decision.isEmpty()) return CaseNotices.missing();
        if (!isOpen(decision.get(), session)) return redirect(decision.get());
        var faults = form.faults(true, false, false);
        var instead = instead(decision.get()).stream()
                .filter(verdict -> verdict.name().equals(choice))
                .findFirst();
        if (instead.isEmpty()) faults.put("choice", "case.fault.verdict");
        if (!faults.isEmpty()) return proposal(id, session, form, faults);

        return shown(signature.differ(new DecisionId(id), instead.orElseThrow(), form.safeReason(), officer));
    }

    private ModelAndView proposal(UUID id, HttpSession session, RulingForm form, Map<String, String> errors) {
        var decision = decisions.find(new DecisionId(id));
        if (decision.isEmpty()) return CaseNotices.missing();
        if (!isOpen(decision.get(), session)) return redirect(decision.get());

        var choices = instead(decision.get()).stream()
                .map(verdict -> new CasePage.Choice(
                        verdict.name(),
                        verdict == decision.get().verdict() ? "ruling.instead.same" : "ruling.instead." + verdict))
                .toList();
        var page = new RulingPage(
                "ruling.differ",
                rooms.about(decision.get()),
                DecisionRooms.address(decision.get().subject()),
                "/desk/decisions/" + id + "/differ",
                List.of(views.view(decision.get())),
                choices,
                List.of(),
                false,
                form,
                errors);
        return new ModelAndView("desk/ruling", "page", page);
    }

    /// What a second officer may hold against a proposal.
    private static List<Verdict> instead(Decision decision) {
        return switch (decision.verdict()) {
            case UPHOLD, OVERTURN, REMIT -> List.of(Verdict.UPHOLD, Verdict.OVERTURN, Verdict.REMIT);
            case SUSPEND, RESTORE, ANNOUNCE_SUSPENSION, ANNOUNCE_REVOCATION, REVOKE ->
                List.of(Verdict.SUSPEND, Verdict.RESTORE, Verdict.REVOKE);
            case APPROVE, ASK_MORE, ANNOUNCE_REFUSAL, REFUSE, WITHDRAW_NOTICE ->
                List.of(Verdict.APPROVE, Verdict.ASK_MORE, Verdict.ANNOUNCE_REFUSAL, Verdict.REFUSE);
        };
    }

    private List<CaseSignaturesPage.StopRow> stops(Officer officer) {
        return stops.waiting(SHOWN).stream()
                .map(stop -> new CaseSignaturesPage.StopRow(
                        DecisionRooms.address(stop.subject()),
                        stop.state() == Stop.State.LIFT_PROPOSED,
                        LocalDate.ofInstant(stop.madeAt(), ZoneOffset.UTC),
                        views.name(stop.first()),
                        stop.first().equals(officer.id())))
                .toList();
    }

    private static ModelAndView shown(SigningResult result) {
        return switch (result) {
            case Signed(var decision) -> redirect(decision);
            case GivenBack(var decision) -> redirect(decision);
            case Differed(var decision) -> redirect(decision);
            case TookPart() -> CaseNotices.notice("case.took-part");
            case SameOfficer() -> CaseNotices.notice("case.same-officer");
            case SecondOfficerNeeded() -> CaseNotices.notice("case.second-officer");
            case NotReady(var missing) ->
                CaseNotices.notice("case.not-ready." + missing.iterator().next());
            case NothingToSign() -> CaseNotices.notice("case.nothing-to-sign");
        };
    }

    /// Nobody signs what they have not opened.
    private static boolean isOpen(Decision decision, HttpSession session) {
        return CasePurposes.of(session, decision.subject().id()).isPresent();
    }

    private static ModelAndView redirect(Decision decision) {
        return new ModelAndView("redirect:" + DecisionRooms.address(decision.subject()));
    }
}
