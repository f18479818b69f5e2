package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.family.GuardianConsent;
import org.kith.server.family.SharedPaper;
import org.kith.server.family.SharedPapers;
import org.kith.server.identity.DocumentId;
import org.kith.server.staff.Officer;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What an officer does in a case that concerns a family: saying what a paper shows, looking at a relative's, judging
/// why a child has one guardian. Nothing of it without the case open before them.
@Controller
@PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
class CaseFamilyController {
    private static final int LONGEST = 500;
    /// The id that one of a group has among the answers.
    private static final String STEP = "[a-z0-9]{1,12}";

    private final Applications applications;
    private final SharedPapers papers;
    private final GuardianConsent consent;

    CaseFamilyController(Applications applications, SharedPapers papers, GuardianConsent consent) {
        this.applications = applications;
        this.papers = papers;
        this.consent = consent;
    }

    @PostMapping("/desk/cases/{id}/papers/{document}/verify")
    @PreAuthorize("hasRole('CASEWORKER')")
    String verify(
            @PathVariable UUID id,
            @PathVariable UUID document,
            @RequestParam(defaultValue = "") String fact,
            @RequestParam(defaultValue = "") String step,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var words = fact.strip();
        var told = step.matches(STEP) ? step : null;
        if (!words.isEmpty() && words.length() <= LONGEST) {
            opened(id, session)
                    .ifPresent(application -> papers.verify(
                            application,
                            new DocumentId(document),
                            words,
                            told,
                            officer.as(CaseController.roleOf(officer))));
        }
        return back(id);
    }

    @GetMapping("/desk/cases/{id}/shared/{share}/{page}")
    ResponseEntity<byte[]> look(
            @PathVariable UUID id,
            @PathVariable UUID share,
            @PathVariable int page,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        return opened(id, session)
                .flatMap(application -> CasePurposes.of(session, id)
                        .flatMap(purpose -> papers.look(
                                application,
                                new SharedPaper.Id(share),
                                page,
                                officer.as(CaseController.roleOf(officer)),
                                purpose)))
                .map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .body(jpeg))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/desk/cases/{id}/exception")
    @PreAuthorize("hasRole('CASEWORKER')")
    String judge(
            @PathVariable UUID id,
            @RequestParam boolean shown,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        opened(id, session)
                .ifPresent(application ->
                        consent.judge(application.person(), shown, officer.as(CaseController.roleOf(officer))));
        return back(id);
    }

    /// Whoever has not said why they look does nothing here.
    private Optional<Application> opened(UUID id, HttpSession session) {
        return CasePurposes.of(session, id)
                .flatMap(_ -> applications.find(new ApplicationId(id)))
                .filter(application -> application.stage() != Stage.DRAFT
                        && !application.stage().isClosed());
    }

    private static String back(UUID id) {
        return "redirect:/desk/cases/" + id + "#family";
    }
}
