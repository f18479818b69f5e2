package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kith.pack.question.SafeText;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.decision.CaseNote;
import org.kith.server.decision.CaseNotes;
import org.kith.server.staff.Officer;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Takes officers' notes on a case.
@Controller
@PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
class CaseNoteController {
    private static final int LONGEST = 4_000;

    private final Applications applications;
    private final CaseNotes notes;
    private final CaseNotesViews views;

    CaseNoteController(Applications applications, CaseNotes notes, CaseNotesViews views) {
        this.applications = applications;
        this.notes = notes;
        this.views = views;
    }

    @GetMapping("/desk/cases/{id}/notes")
    ModelAndView form(@PathVariable UUID id, @RequestParam(defaultValue = "") String corrects, HttpSession session) {
        return opened(id, session)
                .map(application -> page(application, "", corrects, Map.of()))
                .orElseGet(() -> back(id));
    }

    @PostMapping("/desk/cases/{id}/notes")
    ModelAndView write(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String corrects,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var application = opened(id, session);
        if (application.isEmpty()) return back(id);
        var faults = faults(words);
        if (!faults.isEmpty()) return refused(page(application.get(), words, corrects, faults));

        var clean = SafeText.clean(words.strip(), true).orElseThrow();
        var written =
                notes.write(application.get().id(), clean, noteId(corrects).orElse(null), officer);
        return written ? back(id) : CaseNotices.missing();
    }

    private static Map<String, String> faults(String words) {
        var faults = new LinkedHashMap<String, String>();
        if (words.isBlank()) faults.put("words", "case.note.fault.empty");
        if (words.length() > LONGEST) faults.put("words", "case.note.fault.long");
        if (SafeText.clean(words.strip(), true).isEmpty()) faults.put("words", "case.more.fault.unfit");
        return faults;
    }

    private ModelAndView page(Application application, String words, String corrects, Map<String, String> faults) {
        var page = new CaseNotePage(
                application.id().value().toString(),
                application.filedReference().orElseThrow().printed(),
                words,
                noteId(corrects).map(CaseNote.Id::toString).orElse(""),
                views.shownFrom(application),
                faults);
        return new ModelAndView("desk/case-note", "page", page);
    }

    private static ModelAndView refused(ModelAndView view) {
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private static Optional<CaseNote.Id> noteId(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(new CaseNote.Id(UUID.fromString(typed)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Whoever has not said why they look writes nothing here.
    private Optional<Application> opened(UUID id, HttpSession session) {
        return CasePurposes.of(session, id).flatMap(_ -> applications.find(new ApplicationId(id)));
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/desk/cases/" + id + "#notes");
    }
}
