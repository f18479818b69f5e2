package org.kith.server.desk.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.decision.CaseNote;
import org.kith.server.decision.CaseNotes;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// Gathers what officers noted in a case.
@Component
class CaseNotesViews {
    private final CaseNotes notes;
    private final Programme programme;
    private final CaseViews views;
    private final Clock clock;

    CaseNotesViews(CaseNotes notes, Programme programme, CaseViews views, Clock clock) {
        this.notes = notes;
        this.programme = programme;
        this.views = views;
        this.clock = clock;
    }

    CaseNotesView of(Application application) {
        var all = notes.of(application);
        var days = new HashMap<CaseNote.Id, LocalDate>();
        all.forEach(note -> days.put(note.id(), day(note.at())));
        return new CaseNotesView(rows(all, days), shownFrom(application));
    }

    /// When the person may read what is written now, at the latest.
    LocalDate shownFrom(Application application) {
        var limits = programme.version(application.pack()).programme().limits();
        return day(clock.instant()).plus(limits.notesShown());
    }

    private List<CaseNotesView.Row> rows(List<CaseNote> all, Map<CaseNote.Id, LocalDate> days) {
        return all.stream()
                .map(note -> new CaseNotesView.Row(
                        note.id().toString(),
                        day(note.at()),
                        views.name(note.officer()),
                        note.words(),
                        day(note.visibleFrom()),
                        corrected(note, days)))
                .toList();
    }

    private static @Nullable LocalDate corrected(CaseNote note, Map<CaseNote.Id, LocalDate> days) {
        var corrects = note.corrects();
        return corrects == null ? null : days.get(corrects);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
