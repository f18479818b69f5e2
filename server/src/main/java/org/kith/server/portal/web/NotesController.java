package org.kith.server.portal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.SignedInPerson;
import org.kith.server.audit.Looks;
import org.kith.server.decision.CaseNote;
import org.kith.server.decision.CaseNotes;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/// Shows a person what officers noted about their case.
@Controller
class NotesController {
    private final CaseNotes notes;
    private final Looks looks;

    NotesController(CaseNotes notes, Looks looks) {
        this.notes = notes;
        this.looks = looks;
    }

    @GetMapping("/notes")
    ModelAndView notes(@AuthenticationPrincipal SignedInPerson person) {
        var readable = notes.readableBy(person.person());
        var days = new HashMap<CaseNote.Id, LocalDate>();
        readable.forEach(note -> days.put(note.id(), day(note.at())));
        var rows = readable.stream()
                .map(note -> new NotesPage.Note(
                        day(note.at()),
                        looks.number(note.officer().value()).toString(),
                        note.words(),
                        corrected(note, days)))
                .toList();
        return new ModelAndView("portal/notes", "page", new NotesPage(rows));
    }

    private static @Nullable LocalDate corrected(CaseNote note, Map<CaseNote.Id, LocalDate> days) {
        var corrects = note.corrects();
        return corrects == null ? null : days.get(corrects);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
