package org.kith.server.rollout;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.stream.Stream;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Journal;
import org.kith.server.programme.Programme;
import org.kith.server.rollout.RedeemResult.Invited;
import org.kith.server.rollout.RedeemResult.NotValid;
import org.kith.server.rollout.RedeemResult.TooMany;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Codes that let people in where the programme is open by invitation. We keep hashes; each works once.
@Service
public class Invitations {
    static final int TRIES_AN_HOUR = 10;

    private final JdbcClient jdbc;
    private final Programme programme;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(JdbcClient jdbc, Programme programme, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.programme = programme;
        this.journal = journal;
        this.clock = clock;
    }

    /// How many a manager may make at once.
    public int mostABatch() {
        return programme.current().rollout().invitations().mostABatch();
    }

    /// Makes codes and gives them back, this once.
    ///
    /// @throws IllegalArgumentException if they are none, or more than [#mostABatch]
    @Transactional
    public InvitationBatch make(CountryCode country, int count, Officer manager) {
        if (count < 1 || count > mostABatch()) throw new IllegalArgumentException("not so many codes: " + count);

        var batch = UUID.randomUUID();
        var ends = now().plus(programme.current().rollout().invitations().validFor());
        addBatch(batch, country, count, manager, ends);
        var codes =
                Stream.generate(() -> InvitationCode.fresh(random)).limit(count).toList();
        for (var code : codes) add(code, batch, country, ends);
        journal.record(
                Deed.INVITATIONS_MADE,
                manager.as(Role.MANAGER),
                CountryState.asCase(country),
                CountryState.details(country).and(Detail.COUNT, count));
        return new InvitationBatch(
                codes.stream().map(InvitationCode::printed).toList(),
                ends.toLocalDate().minusDays(1));
    }

    /// Uses up a code for a person who lives in `country`.
    @Transactional
    public RedeemResult redeem(String typed, PersonId person, CountryCode country) {
        if (isInvited(person, country)) return new Invited();
        if (tries(person) > TRIES_AN_HOUR) return new TooMany();
        var code = InvitationCode.parse(typed);
        if (code.isEmpty() || !use(code.get(), person, country)) return new NotValid();

        journal.record(
                Deed.INVITATION_USED,
                Actor.of(person),
                person,
                CountryState.asCase(country),
                CountryState.details(country));
        return new Invited();
    }

    boolean isInvited(PersonId person, CountryCode country) {
        var sql = """
                select exists (select 1 from invitation where used_by = :person and country = :country)
                """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .param("country", country.value())
                .query(Boolean.class)
                .single();
    }

    /// Codes that nobody used in time, and counts of tries.
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT15M")
    void forget() {
        jdbc.sql("delete from invitation where used_by is null and ends_at < ?")
                .param(now().minusDays(1))
                .update();
        jdbc.sql("delete from invitation_try where hour < ?")
                .param(now().minus(Duration.ofHours(2)))
                .update();
    }

    /// One person wins where two type the same code at once.
    private boolean use(InvitationCode code, PersonId person, CountryCode country) {
        var sql = """
                update invitation set used_by = :person, used_at = :now
                where hash = :hash and country = :country and used_by is null and ends_at > :now
                """;
        return jdbc.sql(sql)
                        .param("hash", code.hash())
                        .param("person", person.value())
                        .param("country", country.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private int tries(PersonId person) {
        var sql = """
                insert into invitation_try (person, hour, tries) values (:person, :hour, 1)
                on conflict (person, hour) do update set tries = invitation_try.tries + 1
                returning tries
                """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .param("hour", now().truncatedTo(ChronoUnit.HOURS))
                .query(Integer.class)
                .single();
    }

    private void addBatch(UUID batch, CountryCode country, int count, Officer manager, OffsetDateTime ends) {
        var sql = """
                insert into invitation_batch (id, country, officer, codes, made_at, ends_at)
                values (:id, :country, :officer, :codes, :now, :ends)
                """;
        jdbc.sql(sql)
                .param("id", batch)
                .param("country", country.value())
                .param("officer", manager.id().value())
                .param("codes", count)
                .param("now", now())
                .param("ends", ends)
                .update();
    }

    private void add(InvitationCode code, UUID batch, CountryCode country, OffsetDateTime ends) {
        var sql = """
                insert into invitation (hash, batch, country, ends_at) values (:hash, :batch, :country, :ends)
                """;
        jdbc.sql(sql)
                .param("hash", code.hash())
                .param("batch", batch)
                .param("country", country.value())
                .param("ends", ends)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
