package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.HeldForms;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.identity.DocumentId;
import org.kith.server.identity.Papers;
import org.kith.server.identity.Photos;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Opens a case: first its purpose, which the person will see, then everything on one page.
@Controller
@PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR', 'APPEALS')")
class CaseController {
    private static final List<LookPurpose> PURPOSES =
            List.of(LookPurpose.DECISION, LookPurpose.SECOND_SIGNATURE, LookPurpose.PERSONS_OWN_REQUEST);
    /// Who hears an appeal opens a case for nothing else.
    static final List<LookPurpose> ON_APPEAL = List.of(LookPurpose.APPEAL);

    private final Applications applications;
    private final CasePages pages;
    private final Papers papers;
    private final Photos photos;
    private final LetterStep letters;
    private final Journal journal;

    CaseController(
            Applications applications,
            CasePages pages,
            Papers papers,
            Photos photos,
            LetterStep letters,
            Journal journal) {
        this.applications = applications;
        this.pages = pages;
        this.papers = papers;
        this.photos = photos;
        this.letters = letters;
        this.journal = journal;
    }

    @GetMapping("/desk/cases/{id}")
    ModelAndView open(
            @PathVariable UUID id,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var application = filed(id);
        if (application.isEmpty()) return CaseNotices.missing();

        return CasePurposes.of(session, id)
                .map(purpose -> new ModelAndView(
                        "desk/case",
                        "page",
                        pages.page(application.get(), officer, purpose, typed(id, officer, held), Map.of())))
                .orElseGet(() -> ask(application.get(), officer, Map.of()));
    }

    @PostMapping("/desk/cases/{id}/open")
    ModelAndView open(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable LookPurpose purpose,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var application = filed(id);
        if (application.isEmpty()) return CaseNotices.missing();
        if (purpose == null || !purposes(officer).contains(purpose)) {
            return ask(application.get(), officer, Map.of("purpose", "case.fault.purpose"));
        }

        journal.look(
                Deed.CASE_OPENED,
                officer.as(roleOf(officer)),
                application.get().person(),
                application.get().id().asCase(),
                purpose);
        CasePurposes.remember(session, id, purpose);
        return new ModelAndView("redirect:/desk/cases/" + id);
    }

    @GetMapping("/desk/cases/{id}/papers/{document}/{page}")
    ResponseEntity<byte[]> paper(
            @PathVariable UUID id,
            @PathVariable UUID document,
            @PathVariable int page,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        return picture(CasePurposes.of(session, id)
                .flatMap(purpose -> papers.look(
                        new ApplicationId(id), new DocumentId(document), page, officer.as(roleOf(officer)), purpose)));
    }

    @GetMapping("/desk/cases/{id}/photo")
    ResponseEntity<byte[]> photo(@PathVariable UUID id, @AuthenticationPrincipal Officer officer, HttpSession session) {
        var purpose = CasePurposes.of(session, id);
        var application = filed(id);
        if (purpose.isEmpty() || application.isEmpty()) return picture(Optional.empty());

        journal.look(
                Deed.PHOTO_SEEN,
                officer.as(roleOf(officer)),
                application.get().person(),
                application.get().id().asCase(),
                purpose.get());
        return picture(photos.confirmed(application.get()));
    }

    /// What was typed for a letter that was looked at and has not gone is still there.
    private CaseForm typed(UUID id, Officer officer, String held) {
        return letters.unsentAt(CaseDecisionController.place(id), officer, held)
                .map(CaseForm::of)
                .orElse(CaseForm.EMPTY);
    }

    /// A draft is nobody's to open but its writer's.
    private Optional<Application> filed(UUID id) {
        return applications.find(new ApplicationId(id)).filter(application -> application.stage() != Stage.DRAFT);
    }

    private static ModelAndView ask(Application application, Officer officer, Map<String, String> errors) {
        var page = new CaseOpeningPage(
                application.filedReference().orElseThrow().printed(),
                "/desk/cases/" + application.id().value() + "/open",
                purposes(officer),
                errors);
        return new ModelAndView("desk/case-opening", "page", page);
    }

    private static List<LookPurpose> purposes(Officer officer) {
        if (!officer.is(Role.APPEALS)) return PURPOSES;
        return roleOf(officer) == Role.APPEALS
                ? ON_APPEAL
                : Stream.concat(PURPOSES.stream(), ON_APPEAL.stream()).toList();
    }

    static Role roleOf(Officer officer) {
        if (officer.is(Role.CASEWORKER)) return Role.CASEWORKER;
        return officer.is(Role.SUPERVISOR) ? Role.SUPERVISOR : Role.APPEALS;
    }

    private static ResponseEntity<byte[]> picture(Optional<byte[]> jpeg) {
        return jpeg.map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .cacheControl(CacheControl.noStore())
                        .body(bytes))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
