package org.kith.server.rollout;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Who waits for a country to open. It holds a person's number and a country, and forgets both once they are told.
@Service
public class WaitingList {
    /// As far as a page counts.
    public static final int COUNTED = 10_000;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    WaitingList(JdbcClient jdbc, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// A person waits for one country, the one they live in; pressing the button twice changes nothing.
    @Transactional
    public void join(PersonId person, CountryCode country) {
        var sql = """
                insert into waiting (person, country, since) values (:person, :country, :now)
                on conflict (person) do update set country = excluded.country, since = excluded.since
                where waiting.country <> excluded.country
                """;
        var joined = jdbc.sql(sql)
                .param("person", person.value())
                .param("country", country.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (joined == 1) record(Deed.WAITING_JOINED, person, country);
    }

    @Transactional
    public void leave(PersonId person) {
        var country = of(person);
        forget(person);
        country.ifPresent(left -> record(Deed.WAITING_LEFT, person, left));
    }

    public Optional<CountryCode> of(PersonId person) {
        return jdbc.sql("select country from waiting where person = :person")
                .param("person", person.value())
                .query((row, _) -> new CountryCode(row.getString("country")))
                .optional();
    }

    /// How many wait, counted up to [#COUNTED].
    public int count(CountryCode country) {
        var sql = """
                select count(*) from (select 1 from waiting where country = :country limit :most) counted
                """;
        return jdbc.sql(sql)
                .param("country", country.value())
                .param("most", COUNTED)
                .query(Integer.class)
                .single();
    }

    void forget(PersonId person) {
        jdbc.sql("delete from waiting where person = :person")
                .param("person", person.value())
                .update();
    }

    /// The countries that somebody waits for, found one after the other in the index.
    List<CountryCode> countries() {
        var sql = """
                with recursive awaited as (
                    (select country from waiting order by country limit 1)
                    union all
                    select (select waiting.country from waiting where waiting.country > awaited.country
                            order by waiting.country limit 1)
                    from awaited where awaited.country is not null)
                select country from awaited where country is not null
                """;
        return jdbc.sql(sql)
                .query((row, _) -> new CountryCode(row.getString("country")))
                .list();
    }

    /// Takes the longest waiting off the list, for whoever tells them in the same transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    List<PersonId> takeOff(CountryCode country, int most) {
        var sql = """
                delete from waiting where person in (
                    select person from waiting where country = :country order by since
                    limit :most for update skip locked)
                returning person
                """;
        return jdbc.sql(sql)
                .param("country", country.value())
                .param("most", most)
                .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    private void record(Deed deed, PersonId person, CountryCode country) {
        journal.record(deed, Actor.of(person), person, CountryState.asCase(country), CountryState.details(country));
    }
}
