package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.kith.server.account.HeldForms;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.decision.Adjudication;
import org.kith.server.decision.DecisionResult;
import org.kith.server.staff.Officer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Takes a caseworker's decision.
@Controller
@PreAuthorize("hasRole('CASEWORKER')")
class CaseDecisionController {
    private final Applications applications;
    private final Adjudication adjudication;
    private final CasePages pages;
    private final LetterStep letters;

    CaseDecisionController(Applications applications, Adjudication adjudication, CasePages pages, LetterStep letters) {
        this.applications = applications;
        this.adjudication = adjudication;
        this.pages = pages;
        this.letters = letters;
    }

    /// Once with what was typed, which brings the letter to look at; and once more from there.
    @PostMapping("/desk/cases/{id}/decide")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var place = place(id);
        // Nobody decides what they have not opened.
        var purpose = CasePurposes.of(session, id);
        var application = applications.find(new ApplicationId(id));
        if (purpose.isEmpty() || application.isEmpty()) return new ModelAndView("redirect:/desk/cases/" + id);
        var typed = letters.typed(place, sent, held, officer);
        if (typed.isEmpty()) return letters.gone(place, sent);
        var form = CaseForm.of(typed.get());
        var faults = form.faults();
        if (!faults.isEmpty()) {
            var page = pages.page(application.get(), officer, purpose.get(), form, faults);
            return new ModelAndView("desk/case", "page", page);
        }

        return letters.take(
                typed.get(),
                application.get().person(),
                officer,
                () -> adjudication.decide(new ApplicationId(id), form.finding(), officer),
                DecisionResult::made,
                result -> CaseNotices.of(result).orElseGet(() -> new ModelAndView("redirect:/desk/cases/" + id)));
    }

    static String place(UUID id) {
        return "/desk/cases/" + id + "/decide";
    }
}
