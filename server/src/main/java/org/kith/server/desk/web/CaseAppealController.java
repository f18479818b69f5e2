package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.account.HeldForms;
import org.kith.server.decision.Appeal;
import org.kith.server.decision.AppealId;
import org.kith.server.decision.AppealRuling;
import org.kith.server.decision.Appeals;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.HearingNotes;
import org.kith.server.decision.Impartiality;
import org.kith.server.decision.ListPlace;
import org.kith.server.decision.OnAppealResult;
import org.kith.server.decision.OnAppealResult.Decided;
import org.kith.server.decision.OnAppealResult.HearFirst;
import org.kith.server.decision.OnAppealResult.NotNow;
import org.kith.server.decision.OnAppealResult.NotReady;
import org.kith.server.decision.OnAppealResult.Noted;
import org.kith.server.decision.OnAppealResult.Proposed;
import org.kith.server.decision.OnAppealResult.TookPart;
import org.kith.server.decision.Verdict;
import org.kith.server.staff.Officer;
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

/// Where officers who had no hand in a decision hear the appeal against it, and decide.
@Controller
@PreAuthorize("hasRole('APPEALS')")
class CaseAppealController {
    private static final int SHOWN = 50;

    private final Appeals appeals;
    private final AppealRuling ruling;
    private final HearingNotes notes;
    private final Impartiality impartiality;
    private final Decisions decisions;
    private final DecisionRooms rooms;
    private final CaseViews views;
    private final LetterStep letters;

    CaseAppealController(
            Appeals appeals,
            AppealRuling ruling,
            HearingNotes notes,
            Impartiality impartiality,
            Decisions decisions,
            DecisionRooms rooms,
            CaseViews views,
            LetterStep letters) {
        this.appeals = appeals;
        this.ruling = ruling;
        this.notes = notes;
        this.impartiality = impartiality;
        this.decisions = decisions;
        this.rooms = rooms;
        this.views = views;
        this.letters = letters;
    }

    @GetMapping("/desk/appeals")
    ModelAndView waiting(@RequestParam(defaultValue = "") String after, @AuthenticationPrincipal Officer officer) {
        var open = appeals.open(ListPlace.parse(after), SHOWN + 1);
        var page = open.subList(0, Math.min(SHOWN, open.size()));
        var rows = page.stream().map(appeal -> row(appeal, officer)).toList();
        var next = open.size() > SHOWN ? page.getLast().place().text() : "";
        return new ModelAndView("desk/appeals", "page", new AppealsPage(rows, next));
    }

    @GetMapping("/desk/appeals/{id}/decide")
    ModelAndView decide(
            @PathVariable UUID id,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var typed = letters.unsentAt("/desk/appeals/" + id + "/decide", officer, held)
                .map(RulingForm::of)
                .orElse(RulingForm.EMPTY);
        return form(id, session, "decide", typed, Map.of());
    }

    @PostMapping("/desk/appeals/{id}/decide")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var place = "/desk/appeals/" + id + "/decide";
        var appealed = appealed(id);
        if (appealed.isEmpty()) return CaseNotices.missing();
        if (!isOpen(id, session)) return rooms.redirect(appealed.get());
        var typed = letters.typed(place, sent, held, officer);
        if (typed.isEmpty()) return letters.gone(place, sent);
        var form = RulingForm.of(typed.get());
        var faults = form.faults(true, false, false);
        var verdict = verdicts(id).stream()
                .filter(each -> each.name().equals(form.choice()))
                .findFirst();
        if (verdict.isEmpty()) faults.put("choice", "case.fault.verdict");
        if (!faults.isEmpty()) return form(id, session, "decide", form, faults);

        return letters.take(
                typed.get(),
                appealed.get().person(),
                officer,
                () -> ruling.decide(new AppealId(id), verdict.orElseThrow(), form.safeReason(), officer),
                OnAppealResult::made,
                result -> shown(id, result));
    }

    /// An appeal lies in the room of what it is about.
    @GetMapping("/desk/appeals/{id}")
    ModelAndView appeal(@PathVariable UUID id) {
        return appealed(id).map(rooms::redirect).orElseGet(CaseNotices::missing);
    }

    @GetMapping("/desk/appeals/{id}/heard")
    ModelAndView heard(@PathVariable UUID id, HttpSession session) {
        return form(id, session, "heard", RulingForm.EMPTY, Map.of());
    }

    @PostMapping("/desk/appeals/{id}/heard")
    ModelAndView heard(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var form = new RulingForm("", "", reason, "");
        var faults = form.faults(false, false, false);
        if (!faults.isEmpty() || !isOpen(id, session)) return form(id, session, "heard", form, faults);

        return shown(id, notes.note(new AppealId(id), form.safeReason(), officer));
    }

    private ModelAndView form(UUID id, HttpSession session, String deed, RulingForm form, Map<String, String> errors) {
        var appealed = appealed(id);
        if (appealed.isEmpty()) return CaseNotices.missing();
        var decision = appealed.get();
        // Nobody decides what they have not opened.
        if (!isOpen(id, session)) return rooms.redirect(decision);

        var choices = deed.equals("decide")
                ? verdicts(id).stream()
                        .sorted()
                        .map(verdict -> new CasePage.Choice(verdict.name(), "ruling.decide." + verdict))
                        .toList()
                : List.<CasePage.Choice>of();
        var page = new RulingPage(
                "ruling." + deed,
                rooms.about(decision),
                DecisionRooms.address(decision.subject()),
                "/desk/appeals/" + id + "/" + deed,
                List.of(views.view(decision)),
                choices,
                List.of(),
                false,
                form,
                errors);
        return new ModelAndView("desk/ruling", "page", page);
    }

    private ModelAndView shown(UUID id, OnAppealResult result) {
        return switch (result) {
            case Decided(var decision) -> rooms.redirect(decision);
            case Proposed(var decision) -> rooms.redirect(decision);
            case Noted() -> rooms.redirect(appealed(id).orElseThrow());
            case TookPart() -> CaseNotices.notice("case.took-part");
            case HearFirst _ -> CaseNotices.notice("case.hear-first");
            case NotReady(var missing) ->
                CaseNotices.notice("case.not-ready." + missing.iterator().next());
            case NotNow() -> CaseNotices.notice("case.already");
        };
    }

    private AppealsPage.Row row(Appeal appeal, Officer officer) {
        var decision = decisions.find(appeal.decision()).orElseThrow();
        return new AppealsPage.Row(
                DecisionRooms.address(decision.subject()),
                rooms.about(decision),
                decision.number().printed(),
                decision.verdict(),
                appeal.day(),
                appeal.hearing(),
                !impartiality.mayHear(appeal, decision, officer.id()));
    }

    private Optional<Decision> appealed(UUID id) {
        return appeals.find(new AppealId(id)).flatMap(appeal -> decisions.find(appeal.decision()));
    }

    private List<Verdict> verdicts(UUID id) {
        return appealed(id)
                .map(decision -> List.copyOf(AppealRuling.verdicts(decision.subject())))
                .orElse(List.of());
    }

    private boolean isOpen(UUID id, HttpSession session) {
        return appealed(id)
                .filter(decision ->
                        CasePurposes.of(session, decision.subject().id()).isPresent())
                .isPresent();
    }
}
