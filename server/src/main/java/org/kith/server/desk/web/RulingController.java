package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.kith.server.account.HeldForms;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.decision.Adjudication;
import org.kith.server.decision.Decision;
import org.kith.server.decision.DecisionResult;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.Finding;
import org.kith.server.decision.Refusals;
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

/// Where a caseworker refuses an application, once its person was heard, or takes the notice back.
@Controller
@PreAuthorize("hasRole('CASEWORKER')")
class RulingController {
    private final Applications applications;
    private final Adjudication adjudication;
    private final Refusals refusals;
    private final Decisions decisions;
    private final CaseRulings rulings;
    private final CaseViews views;
    private final Programme programme;
    private final LetterStep letters;

    RulingController(
            Applications applications,
            Adjudication adjudication,
            Refusals refusals,
            Decisions decisions,
            CaseRulings rulings,
            CaseViews views,
            Programme programme,
            LetterStep letters) {
        this.applications = applications;
        this.adjudication = adjudication;
        this.refusals = refusals;
        this.decisions = decisions;
        this.rulings = rulings;
        this.views = views;
        this.programme = programme;
        this.letters = letters;
    }

    @GetMapping("/desk/cases/{id}/refuse")
    ModelAndView refuse(
            @PathVariable UUID id,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var typed = unsent("/desk/cases/" + id + "/refuse", officer, held);
        return form(id, session, application -> refusing(application, typed, Map.of()));
    }

    /// Once with what was typed, which brings the letter to look at; and once more from there.
    @PostMapping("/desk/cases/{id}/refuse")
    ModelAndView refuse(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var place = "/desk/cases/" + id + "/refuse";
        if (!isOpen(id, session)) return room(id);
        var typed = letters.typed(place, sent, held, officer);
        if (typed.isEmpty()) return letters.gone(place, sent);
        var form = RulingForm.of(typed.get());
        var faults = form.faults(false, true, true);
        if (!faults.isEmpty()) return form(id, session, application -> refusing(application, form, faults));

        var finding = new Finding.Refusal(form.ground(), form.safeReason(), form.safeCure(), "");
        return sent(id, typed.get(), officer, () -> adjudication.decide(new ApplicationId(id), finding, officer));
    }

    @GetMapping("/desk/cases/{id}/withdraw-notice")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var typed = unsent("/desk/cases/" + id + "/withdraw-notice", officer, held);
        return form(id, session, application -> withdrawing(application, typed, Map.of()));
    }

    @PostMapping("/desk/cases/{id}/withdraw-notice")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var place = "/desk/cases/" + id + "/withdraw-notice";
        if (!isOpen(id, session)) return room(id);
        var typed = letters.typed(place, sent, held, officer);
        if (typed.isEmpty()) return letters.gone(place, sent);
        var form = RulingForm.of(typed.get());
        var faults = form.faults(false, false, false);
        if (!faults.isEmpty()) return form(id, session, application -> withdrawing(application, form, faults));

        return sent(
                id,
                typed.get(),
                officer,
                () -> refusals.withdrawNotice(new ApplicationId(id), form.safeReason(), officer));
    }

    /// What was typed for a letter that was looked at and has not gone is still there.
    private RulingForm unsent(String place, Officer officer, String held) {
        return letters.unsentAt(place, officer, held).map(RulingForm::of).orElse(RulingForm.EMPTY);
    }

    private ModelAndView sent(UUID id, LetterStep.Typed typed, Officer officer, Supplier<DecisionResult> deed) {
        var person = applications.find(new ApplicationId(id)).orElseThrow().person();
        return letters.take(typed, person, officer, deed, DecisionResult::made, result -> shown(id, result));
    }

    private ModelAndView form(UUID id, HttpSession session, Function<Application, RulingPage> page) {
        var application = applications.find(new ApplicationId(id)).filter(each -> each.stage() != Stage.DRAFT);
        // Nobody decides what they have not opened.
        if (application.isEmpty() || !isOpen(id, session)) return room(id);

        return new ModelAndView("desk/ruling", "page", page.apply(application.get()));
    }

    private RulingPage refusing(Application application, RulingForm form, Map<String, String> errors) {
        var notices = rulings.refusable(application);
        var texts = programme.version(application.pack()).messages().in(Locale.ENGLISH.toLanguageTag());
        var grounds = notices.stream()
                .map(notice -> notice.ground())
                .distinct()
                .map(ground -> new CasePage.Choice(ground, texts.text("ground." + ground + ".title")))
                .toList();
        return page("ruling.refuse", "refuse", application, notices, grounds, true, form, errors);
    }

    private RulingPage withdrawing(Application application, RulingForm form, Map<String, String> errors) {
        var notice = decisions.about(Subject.of(application.id())).stream()
                .filter(decision -> decision.verdict() == Verdict.ANNOUNCE_REFUSAL)
                .limit(1)
                .toList();
        return page("ruling.withdraw-notice", "withdraw-notice", application, notice, List.of(), false, form, errors);
    }

    private RulingPage page(
            String key,
            String deed,
            Application application,
            List<Decision> before,
            List<CasePage.Choice> grounds,
            boolean cure,
            RulingForm form,
            Map<String, String> errors) {
        var back = "/desk/cases/" + application.id().value();
        return new RulingPage(
                key,
                application.filedReference().orElseThrow().printed(),
                back,
                back + "/" + deed,
                before.stream().map(views::view).toList(),
                List.of(),
                grounds,
                cure,
                form,
                errors);
    }

    private static ModelAndView shown(UUID id, DecisionResult result) {
        return CaseNotices.of(result).orElseGet(() -> room(id));
    }

    private static boolean isOpen(UUID id, HttpSession session) {
        return CasePurposes.of(session, id).isPresent();
    }

    private static ModelAndView room(UUID id) {
        return new ModelAndView("redirect:/desk/cases/" + id);
    }
}
