package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.decision.Adjudication;
import org.kith.server.decision.DecisionResult.AlreadyDecided;
import org.kith.server.decision.DecisionResult.Decided;
import org.kith.server.decision.DecisionResult.NotReady;
import org.kith.server.decision.DecisionResult.Proposed;
import org.kith.server.decision.DecisionResult.SecondOfficerNeeded;
import org.kith.server.staff.Officer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
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

    CaseDecisionController(Applications applications, Adjudication adjudication, CasePages pages) {
        this.applications = applications;
        this.adjudication = adjudication;
        this.pages = pages;
    }

    @PostMapping("/desk/cases/{id}/decide")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String verdict,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") List<String> papers,
            @RequestParam(defaultValue = "") List<String> questions,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String cure,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var form = new CaseForm(verdict, ground, new CaseForm.More(why, papers, questions), reason, cure);
        // Nobody decides what they have not opened.
        if (CasePurposes.of(session, id).isEmpty()) return new ModelAndView("redirect:/desk/cases/" + id);
        if (!form.faults().isEmpty()) return again(id, officer, form, session);

        return switch (adjudication.decide(new ApplicationId(id), form.finding(), officer)) {
            case Decided _, Proposed _ -> new ModelAndView("redirect:/desk/cases/" + id);
            case NotReady(var missing) ->
                CaseNotices.notice("case.not-ready." + missing.iterator().next());
            case AlreadyDecided _ -> CaseNotices.notice("case.already");
            case SecondOfficerNeeded() -> CaseNotices.notice("case.second-officer");
        };
    }

    private ModelAndView again(UUID id, Officer officer, CaseForm form, HttpSession session) {
        var application = applications.find(new ApplicationId(id)).orElseThrow();
        var purpose = CasePurposes.of(session, id).orElseThrow();
        return new ModelAndView("desk/case", "page", pages.page(application, officer, purpose, form, form.faults()));
    }
}
