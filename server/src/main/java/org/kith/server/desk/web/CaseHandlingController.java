package org.kith.server.desk.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.kith.server.decision.Assignment;
import org.kith.server.decision.AssignmentResult;
import org.kith.server.decision.AssignmentResult.Barred;
import org.kith.server.decision.AssignmentResult.Done;
import org.kith.server.decision.AssignmentResult.GivenOut;
import org.kith.server.decision.AssignmentResult.HeldByAnother;
import org.kith.server.decision.AssignmentResult.NotWaiting;
import org.kith.server.decision.GivenReason;
import org.kith.server.decision.ReleaseReason;
import org.kith.server.decision.Routing;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Moves cases from hand to hand.
@Controller
class CaseHandlingController {
    private final Assignment assignment;
    private final Routing routing;

    CaseHandlingController(Assignment assignment, Routing routing) {
        this.assignment = assignment;
        this.routing = routing;
    }

    @PostMapping("/desk/cases/next")
    @PreAuthorize("hasRole('CASEWORKER')")
    ModelAndView next(@AuthenticationPrincipal Officer officer) {
        return routing.next(officer)
                .map(id -> new ModelAndView("redirect:/desk/cases/" + id.value()))
                .orElseGet(() -> CaseNotices.notice("case.next.none"));
    }

    @PostMapping("/desk/cases/{id}/take")
    @PreAuthorize("hasRole('CASEWORKER')")
    ModelAndView take(@PathVariable UUID id, @AuthenticationPrincipal Officer officer) {
        return shown(assignment.takeUp(new ApplicationId(id), officer), "/desk/cases/" + id);
    }

    @PostMapping("/desk/cases/{id}/release")
    @PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
    ModelAndView release(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable ReleaseReason why,
            @AuthenticationPrincipal Officer officer) {
        if (why == null) return CaseNotices.notice("case.work.say-why");

        return shown(assignment.release(new ApplicationId(id), why, officer), "/desk/cases");
    }

    @PostMapping("/desk/cases/{id}/take-over")
    @PreAuthorize("hasRole('CASEWORKER')")
    ModelAndView takeOver(@PathVariable UUID id, @AuthenticationPrincipal Officer officer) {
        return shown(assignment.takeOver(new ApplicationId(id), officer), "/desk/cases/" + id);
    }

    @PostMapping("/desk/cases/{id}/give")
    @PreAuthorize("hasRole('SUPERVISOR')")
    ModelAndView give(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID officer,
            @RequestParam(required = false) @Nullable GivenReason why,
            @AuthenticationPrincipal Officer supervisor) {
        if (officer == null || why == null) return CaseNotices.notice("case.work.say-whom");

        return shown(
                assignment.give(new ApplicationId(id), new OfficerId(officer), why, supervisor), "/desk/cases/" + id);
    }

    static ModelAndView shown(AssignmentResult result, String then) {
        return switch (result) {
            case Done() -> new ModelAndView("redirect:" + then);
            case NotWaiting() -> CaseNotices.notice("case.not-waiting");
            case HeldByAnother() -> CaseNotices.notice("case.work.held");
            case GivenOut() -> CaseNotices.notice("case.work.given-out");
            case Barred() -> CaseNotices.notice("case.work.barred");
        };
    }
}
