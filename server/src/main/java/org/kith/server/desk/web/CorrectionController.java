package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.account.HeldForms;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.decision.Corrections;
import org.kith.server.decision.Decision;
import org.kith.server.decision.DecisionId;
import org.kith.server.decision.DecisionResult;
import org.kith.server.decision.DecisionWords;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.Finding;
import org.kith.server.decision.Heard;
import org.kith.server.decision.Subject;
import org.kith.server.decision.Verdict;
import org.kith.server.programme.Programme;
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

/// Where a caseworker corrects a notice or a refusal, by another decision.
@Controller
@PreAuthorize("hasRole('CASEWORKER')")
class CorrectionController {
    private final Decisions decisions;
    private final Corrections corrections;
    private final Applications applications;
    private final Heard heard;
    private final Programme programme;
    private final DecisionRooms rooms;
    private final CaseViews views;
    private final LetterStep letters;

    CorrectionController(
            Decisions decisions,
            Corrections corrections,
            Applications applications,
            Heard heard,
            Programme programme,
            DecisionRooms rooms,
            CaseViews views,
            LetterStep letters) {
        this.decisions = decisions;
        this.corrections = corrections;
        this.applications = applications;
        this.heard = heard;
        this.programme = programme;
        this.rooms = rooms;
        this.views = views;
        this.letters = letters;
    }

    /// Filled with what was written, so that what was right stays right.
    @GetMapping("/desk/decisions/{id}/correct")
    ModelAndView correct(
            @PathVariable UUID id,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var wrong = wrong(id);
        if (wrong.isEmpty()) return CaseNotices.missing();
        var words = decisions.words(wrong.get()).orElse(DecisionWords.erased());
        var ground = Optional.ofNullable(wrong.get().ground()).orElse("");
        var typed = letters.unsentAt("/desk/decisions/" + id + "/correct", officer, held)
                .map(RulingForm::of)
                .orElseGet(() -> new RulingForm("", ground, words.reason(), words.cure()));
        return form(wrong.get(), session, typed, Map.of());
    }

    @PostMapping("/desk/decisions/{id}/correct")
    ModelAndView correct(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var place = "/desk/decisions/" + id + "/correct";
        var found = wrong(id);
        if (found.isEmpty()) return CaseNotices.missing();
        var wrong = found.get();
        if (!isOpen(wrong, session)) return rooms.redirect(wrong);
        var typed = letters.typed(place, sent, held, officer);
        if (typed.isEmpty()) return letters.gone(place, sent);
        var form = RulingForm.of(typed.get());
        var faults = form.faults(false, true, true);
        if (!faults.isEmpty()) return form(wrong, session, form, faults);

        var right = new Finding.Refusal(form.ground(), form.safeReason(), form.safeCure(), "");
        return letters.take(
                typed.get(),
                wrong.person(),
                officer,
                () -> corrections.correct(wrong.id(), right, officer),
                DecisionResult::made,
                result -> CaseNotices.of(result).orElseGet(() -> rooms.redirect(wrong)));
    }

    /// A decision lies in the room of what it is about.
    @GetMapping("/desk/decisions/{id}")
    ModelAndView decision(@PathVariable UUID id) {
        return decisions.find(new DecisionId(id)).map(rooms::redirect).orElseGet(CaseNotices::missing);
    }

    private Optional<Decision> wrong(UUID id) {
        return decisions
                .find(new DecisionId(id))
                .filter(decision -> decision.subject().kind() == Subject.Kind.APPLICATION);
    }

    private ModelAndView form(Decision wrong, HttpSession session, RulingForm form, Map<String, String> errors) {
        // Nobody decides what they have not opened.
        if (!isOpen(wrong, session)) return rooms.redirect(wrong);

        var application =
                applications.find(new ApplicationId(wrong.subject().id())).orElseThrow();
        var page = new RulingPage(
                "ruling.correct",
                rooms.about(wrong),
                DecisionRooms.address(wrong.subject()),
                "/desk/decisions/" + wrong.id().value() + "/correct",
                List.of(views.view(wrong)),
                List.of(),
                grounds(wrong, application),
                true,
                form,
                errors);
        return new ModelAndView("desk/ruling", "page", page);
    }

    private List<CasePage.Choice> grounds(Decision wrong, Application application) {
        var pack = programme.version(application.pack());
        var texts = pack.messages().in(Locale.ENGLISH.toLanguageTag());
        var codes = wrong.verdict() == Verdict.REFUSE
                ? heard.noticesBeforeRefusal(application).stream()
                        .flatMap(notice -> Optional.ofNullable(notice.ground()).stream())
                : pack.eligibility().grounds().stream().map(each -> each.id());
        return codes.distinct()
                .map(code -> new CasePage.Choice(code, texts.text("ground." + code + ".title")))
                .toList();
    }

    private static boolean isOpen(Decision wrong, HttpSession session) {
        return CasePurposes.of(session, wrong.subject().id()).isPresent();
    }
}
