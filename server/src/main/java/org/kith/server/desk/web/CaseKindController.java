package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.DraftAnswers;
import org.kith.server.desk.web.CaseSections.Reading;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Shows all papers of one kind, where a case has too many for its page.
@Controller
@PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
class CaseKindController {
    private final Applications applications;
    private final CasePapers papers;
    private final CaseTrees trees;
    private final DraftAnswers answers;
    private final Programme programme;

    CaseKindController(
            Applications applications, CasePapers papers, CaseTrees trees, DraftAnswers answers, Programme programme) {
        this.applications = applications;
        this.papers = papers;
        this.trees = trees;
        this.answers = answers;
        this.programme = programme;
    }

    @GetMapping("/desk/cases/{id}/kinds/{code}")
    ModelAndView kind(
            @PathVariable UUID id,
            @PathVariable String code,
            @RequestParam(defaultValue = "1") int page,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var application = applications.find(new ApplicationId(id));
        if (application.isEmpty()) return CaseNotices.missing();
        if (CasePurposes.of(session, id).isEmpty()) return new ModelAndView("redirect:/desk/cases/" + id);

        return shown(application.get(), code, Math.clamp(page, 1, 1_000_000) - 1, officer);
    }

    private ModelAndView shown(Application application, String code, int page, Officer officer) {
        var texts = programme.version(application.pack()).messages().in(Locale.ENGLISH.toLanguageTag());
        var skip = page * CasePapers.ON_A_PAGE;
        var found = papers.ofKind(application, code, skip, texts);
        if (found.isEmpty() || found.get().papers().isEmpty()) return CaseNotices.missing();

        var kind = found.get();
        var pack = programme.version(application.pack());
        var reading =
                new Reading(pack, texts, answers.of(application), Optional.empty(), List.of(kind), Reading.by(officer));
        var address = "/desk/cases/" + application.id().value() + "/kinds/" + code + "?page=";
        var to = skip + kind.papers().size();
        return new ModelAndView(
                "desk/case-kind",
                "page",
                new CaseKindPage(
                        application.id().value().toString(),
                        application.filedReference().orElseThrow().printed(),
                        kind,
                        officer.is(Role.CASEWORKER) && !application.stage().isClosed(),
                        trees.steps(reading),
                        skip + 1,
                        to,
                        page == 0 ? "" : address + page,
                        to < kind.count() ? address + (page + 2) : ""));
    }
}
