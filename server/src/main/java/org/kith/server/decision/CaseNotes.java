package org.kith.server.decision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Role;
import org.kith.server.vault.Context;
import org.kith.server.vault.Opening;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What officers note in a case, for each other and one day for the person: **whoever writes it knows that they will
/// read it**, once their case is decided, and by a day that the programme sets at the latest.
@Service
public class CaseNotes {
    private final JdbcClient jdbc;
    private final Applications applications;
    private final Programme programme;
    private final Vault vault;
    private final Journal journal;
    private final Clock clock;

    CaseNotes(
            JdbcClient jdbc,
            Applications applications,
            Programme programme,
            Vault vault,
            Journal journal,
            Clock clock) {
        this.jdbc = jdbc;
        this.applications = applications;
        this.programme = programme;
        this.vault = vault;
        this.journal = journal;
        this.clock = clock;
    }

    /// Adds a note; false where it corrects one that is not of this case.
    @Transactional
    public boolean write(ApplicationId id, String words, CaseNote.@Nullable Id corrects, Officer officer) {
        var application = applications.lock(id);
        if (corrects != null
                && of(application).stream().noneMatch(note -> note.id().equals(corrects))) return false;

        var note = new CaseNote.Id(UUID.randomUUID());
        var now = clock.instant();
        var shown = programme.version(application.pack()).programme().limits().notesShown();
        var sql = """
            insert into case_note (id, application, person, officer, at, visible_from, corrects, sealed)
            values (:id, :application, :person, :officer, :now, :visible_from, :corrects, :sealed)
            """;
        jdbc.sql(sql)
                .param("id", note.value())
                .param("application", id.value())
                .param("person", application.person().value())
                .param("officer", officer.id().value())
                .param("now", Timestamp.from(now))
                .param("visible_from", now.atOffset(ZoneOffset.UTC).plus(shown))
                .param("corrects", corrects == null ? null : corrects.value())
                .param("sealed", vault.sealText(application.person(), context(note), words))
                .update();
        journal.record(
                Deed.NOTE_WRITTEN,
                officer.as(officer.is(Role.CASEWORKER) ? Role.CASEWORKER : Role.SUPERVISOR),
                application.person(),
                id.asCase());
        return true;
    }

    /// All of a case, the newest first.
    public List<CaseNote> of(Application application) {
        var opening = vault.opening(application.person());
        return jdbc.sql("select * from case_note where application = :application order by at desc, id")
                .param("application", application.id().value())
                .query((row, _) -> note(row, opening.orElse(null)))
                .list();
    }

    /// Those that the person may read now, the newest first: all of a case once it is decided or over, else those whose
    /// day has come.
    public List<CaseNote> readableBy(PersonId person) {
        var opening = vault.opening(person);
        if (opening.isEmpty()) return List.of();

        var now = clock.instant();
        var sql = """
            select case_note.*, application.stage from case_note join application on application.id = case_note.application
            where case_note.person = :person order by case_note.at desc, case_note.id
            """;
        return jdbc
                .sql(sql)
                .param("person", person.value())
                .query((row, _) -> new Dated(Stage.valueOf(row.getString("stage")), note(row, opening.get())))
                .stream()
                .filter(each ->
                        isDecided(each.stage()) || !each.note().visibleFrom().isAfter(now))
                .map(Dated::note)
                .toList();
    }

    private record Dated(Stage stage, CaseNote note) {}

    /// A refusal is decided too, though an appeal may change it.
    private static boolean isDecided(Stage stage) {
        return stage.isClosed() || stage == Stage.REFUSED || stage == Stage.APPEALED || stage == Stage.APPEAL_PROPOSED;
    }

    private static CaseNote note(ResultSet row, @Nullable Opening opening) throws SQLException {
        var id = new CaseNote.Id(row.getObject("id", UUID.class));
        var corrects = row.getObject("corrects", UUID.class);
        return new CaseNote(
                id,
                new OfficerId(row.getObject("officer", UUID.class)),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("visible_from").toInstant(),
                corrects == null ? null : new CaseNote.Id(corrects),
                opening == null ? "" : opening.openText(context(id), row.getBytes("sealed")));
    }

    private static Context context(CaseNote.Id id) {
        return new Context("case_note.words", id.value());
    }
}
