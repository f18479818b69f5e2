package org.kith.server.notify;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Short messages that a person finds in the portal. A row holds which sentence and a day, no words.
@Repository
public class Notices {
    private static final Period KEPT = Period.ofYears(1);

    private final JdbcClient jdbc;
    private final Outbox outbox;
    private final Clock clock;

    Notices(JdbcClient jdbc, Outbox outbox, Clock clock) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.clock = clock;
    }

    /// A message as it lies there.
    ///
    /// @param day that the sentence names
    public record Notice(NoticeKind kind, LocalDate day, Instant madeAt) {}

    /// Leaves a message, and sends a mail that says there is one.
    ///
    /// @param cause what happened: one cause brings one message and one mail, however often this is called
    @Transactional(propagation = Propagation.MANDATORY)
    public void tell(PersonId person, NoticeKind kind, LocalDate day, UUID cause) {
        var id = leave(person, kind, day, cause);
        outbox.tell(person, id);
    }

    /// Leaves a message without a mail.
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID leave(PersonId person, NoticeKind kind, LocalDate day, UUID cause) {
        var id = UUID.nameUUIDFromBytes((person.value() + " " + kind + " " + cause).getBytes(StandardCharsets.UTF_8));
        var sql = """
                insert into notice (id, person, kind, day, made_at) values (:id, :person, :kind, :day, :now)
                on conflict (id) do nothing
                """;
        jdbc.sql(sql)
                .param("id", id)
                .param("person", person.value())
                .param("kind", kind.name())
                .param("day", day)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /// The newest first.
    public List<Notice> of(PersonId person) {
        var sql = """
                select * from notice where person = :person order by made_at desc, id limit 100
                """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .query((row, number) -> new Notice(
                        NoticeKind.valueOf(row.getString("kind")),
                        row.getObject("day", LocalDate.class),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Scheduled(fixedDelayString = "PT6H", initialDelayString = "PT20M")
    void forget() {
        jdbc.sql("delete from notice where made_at < ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC).minus(KEPT))
                .update();
    }
}
