package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.kith.pack.question.SafeText;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.inquiry.Found.Words;
import org.kith.server.inquiry.Inquiries;
import org.kith.server.inquiry.Outcome;
import org.kith.server.staff.Officer;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Takes what a caseworker found when they looked into something.
@Controller
@PreAuthorize("hasRole('CASEWORKER')")
class CaseCheckController {
    private static final int LONGEST = 4_000;

    private final Applications applications;
    private final Inquiries inquiries;

    CaseCheckController(Applications applications, Inquiries inquiries) {
        this.applications = applications;
        this.inquiries = inquiries;
    }

    @PostMapping("/desk/cases/{id}/checks/{code}")
    ModelAndView record(
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var application = opened(id, session);
        if (application.isEmpty()) return back(id);
        var chosen = Stream.of(Outcome.values())
                .filter(each -> each.name().equals(outcome))
                .findFirst();
        var said = clean(words);
        var where = clean(source);
        if (chosen.isEmpty() || said.isEmpty() || where.isEmpty()) return CaseNotices.notice("case.check.fault");

        var found = new Words(said.get(), where.get(), "");
        var written = inquiries.record(application.get().id(), code, chosen.get(), found, officer);
        return written ? back(id) : CaseNotices.missing();
    }

    @PostMapping("/desk/cases/{id}/checks/{code}/ask")
    ModelAndView ask(@PathVariable UUID id, @PathVariable String code, HttpSession session) {
        var application = opened(id, session);
        if (application.isEmpty()) return back(id);
        return inquiries.askAgain(application.get().id(), code) ? back(id) : CaseNotices.missing();
    }

    private static Optional<String> clean(String typed) {
        return typed.isBlank() || typed.length() > LONGEST ? Optional.empty() : SafeText.clean(typed.strip(), true);
    }

    /// Whoever has not said why they look finds nothing here.
    private Optional<Application> opened(UUID id, HttpSession session) {
        return CasePurposes.of(session, id).flatMap(_ -> applications.find(new ApplicationId(id)));
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/desk/cases/" + id + "#checks");
    }
}
