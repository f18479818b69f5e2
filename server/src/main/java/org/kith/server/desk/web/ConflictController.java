package org.kith.server.desk.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.kith.server.decision.Conflicts;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where an officer says that they have an interest in somebody.
@Controller
@PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR', 'APPEALS')")
class ConflictController {
    private final Conflicts conflicts;

    ConflictController(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    /// What whoever declared one reads from then on, instead of the case.
    @GetMapping("/desk/conflict")
    @PreAuthorize("hasAnyRole('REGISTRAR', 'CASEWORKER', 'SUPERVISOR', 'APPEALS')")
    ModelAndView stands() {
        return CaseNotices.notice("case.conflict.stands");
    }

    @PostMapping("/desk/cases/{id}/conflict")
    ModelAndView declare(
            @PathVariable UUID id,
            @RequestParam(required = false) Conflicts.@Nullable Kind kind,
            @RequestParam(required = false) @Nullable UUID officer,
            @AuthenticationPrincipal Officer by) {
        if (kind == null) return CaseNotices.notice("case.conflict.say-which");

        var whose = officer == null ? by.id() : new OfficerId(officer);
        if (!conflicts.declare(new ApplicationId(id), whose, kind, by))
            return CaseNotices.notice("case.conflict.not-yours");
        return new ModelAndView("redirect:" + (whose.equals(by.id()) ? "/desk/conflict" : "/desk/cases/" + id));
    }
}
