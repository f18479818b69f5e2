package org.kith.server.talk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.centre.BookingId;
import org.kith.server.staff.OfficerId;
import org.kith.server.vault.Context;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The talks that were held, each sheet sealed under its person's key.
@Repository
public class Talks {
    private static final String PURPOSE = "talk_sheet.sealed";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    Talks(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /// The newest first.
    public List<HeldTalk> of(Application application) {
        var sql = """
            select * from talk where application = :application order by day desc, coalesce(closed_at, 'infinity') desc
            """;
        return jdbc.sql(sql).param("application", application.id().value()).query(Talks::row).list().stream()
                .map(talk -> withSheets(talk, application))
                .toList();
    }

    public Optional<HeldTalk> at(BookingId booking, Application application) {
        return jdbc.sql("select * from talk where booking = :booking")
                .param("booking", booking.value())
                .query(Talks::row)
                .optional()
                .map(talk -> withSheets(talk, application));
    }

    /// Whether an officer has marked any talk of an application.
    public boolean marked(ApplicationId application, OfficerId officer) {
        var sql = """
            select exists (
                select 1 from talk join talk_sheet on talk_sheet.talk = talk.id
                where talk.application = :application and talk_sheet.examiner = :officer)
            """;
        return jdbc.sql(sql)
                .param("application", application.value())
                .param("officer", officer.value())
                .query(Boolean.class)
                .single();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    TalkId open(ApplicationId application, BookingId booking, String visit, LocalDate day) {
        var id = TalkId.random();
        var sql = """
            insert into talk (id, application, booking, visit, day, state)
            values (:id, :application, :booking, :visit, :day, 'OPEN')
            """;
        jdbc.sql(sql)
                .param("id", id.value())
                .param("application", application.value())
                .param("booking", booking.value())
                .param("visit", visit)
                .param("day", day)
                .update();
        return id;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(TalkId talk, Application application, OfficerId examiner, Marks marks, Instant now) {
        var id = UUID.randomUUID();
        var sql = """
            insert into talk_sheet (id, talk, examiner, sealed, marked_at)
            values (:id, :talk, :examiner, :sealed, :now)
            """;
        jdbc.sql(sql)
                .param("id", id)
                .param("talk", talk.value())
                .param("examiner", examiner.value())
                .param(
                        "sealed",
                        vault.seal(application.person(), new Context(PURPOSE, id), json.writeValueAsBytes(marks)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void say(TalkId talk, OfficerId examiner, boolean passed) {
        jdbc.sql("update talk_sheet set says_pass = :passed where talk = :talk and examiner = :examiner")
                .param("passed", passed)
                .param("talk", talk.value())
                .param("examiner", examiner.value())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void become(TalkId talk, TalkState state, Instant now) {
        jdbc.sql("update talk set state = :state, closed_at = :closed where id = :id")
                .param("state", state.name())
                .param("closed", state.isClosed() ? now.atOffset(ZoneOffset.UTC) : null)
                .param("id", talk.value())
                .update();
    }

    /// Of an application that is over and led to no card.
    @Transactional(propagation = Propagation.MANDATORY)
    void removeAll(ApplicationId application) {
        jdbc.sql("delete from talk where application = :application")
                .param("application", application.value())
                .update();
    }

    private HeldTalk withSheets(HeldTalk talk, Application application) {
        var sealed = jdbc.sql("select * from talk_sheet where talk = :talk order by marked_at, id")
                .param("talk", talk.id().value())
                .query(Talks::sealed)
                .list();
        var sheets = sealed.stream()
                .flatMap(each ->
                        vault.open(application.person(), new Context(PURPOSE, each.id()), each.bytes()).stream()
                                .map(plain -> each.sheet(json.readValue(plain, Marks.class))))
                .toList();
        return new HeldTalk(
                talk.id(), talk.application(), talk.booking(), talk.visit(), talk.day(), talk.state(), sheets);
    }

    private static HeldTalk row(ResultSet row, int number) throws SQLException {
        return new HeldTalk(
                new TalkId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                new BookingId(row.getObject("booking", UUID.class)),
                row.getString("visit"),
                row.getObject("day", LocalDate.class),
                TalkState.valueOf(row.getString("state")),
                List.of());
    }

    private static Sealed sealed(ResultSet row, int number) throws SQLException {
        return new Sealed(
                row.getObject("id", UUID.class),
                new Sheet(
                        new OfficerId(row.getObject("examiner", UUID.class)),
                        new Marks(java.util.Map.of(), "", false),
                        row.getObject("marked_at", OffsetDateTime.class).toInstant(),
                        row.getObject("says_pass", Boolean.class)),
                row.getBytes("sealed"));
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Sealed(UUID id, Sheet bare, byte[] bytes) {
        Sheet sheet(Marks marks) {
            return new Sheet(bare.examiner(), marks, bare.at(), bare.saysPass());
        }
    }
}
