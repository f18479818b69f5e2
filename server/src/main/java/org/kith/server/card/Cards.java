package org.kith.server.card;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.kith.server.card.Card.Hold;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The cards.
@Repository
public class Cards {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    Cards(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /// Whether one was ever issued here.
    public boolean any() {
        return jdbc.sql("select exists (select from card)").query(Boolean.class).single();
    }

    public Optional<Card> find(CardId id) {
        var sql = "select * from card where id = :id";
        return jdbc.sql(sql).param("id", id.value()).query(Cards::row).optional();
    }

    /// The card of an application: the newest, where one took the place of another.
    public Optional<Card> of(ApplicationId application) {
        var sql = "select * from card where application = :application order by issued_at desc, id limit 1";
        return jdbc.sql(sql)
                .param("application", application.value())
                .query(Cards::row)
                .optional();
    }

    /// The card a person was given last.
    public Optional<Card> ofPerson(PersonId person) {
        var sql = "select * from card where person = :person order by issued_at desc limit 1";
        return jdbc.sql(sql).param("person", person.value()).query(Cards::row).optional();
    }

    public Optional<Card> byNumber(CardNumber number) {
        var sql = "select * from card where number = :number";
        return jdbc.sql(sql).param("number", number.value()).query(Cards::row).optional();
    }

    /// What stands on it; nothing once the holder's key is destroyed.
    public Optional<CardWords> words(Card card) {
        var sql = "select sealed from card where id = :id";
        var sealed =
                jdbc.sql(sql).param("id", card.id().value()).query(byte[].class).single();
        return vault.open(card.person(), context(card.id()), sealed)
                .map(plain -> json.readValue(plain, CardWords.class));
    }

    /// Holds the card until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Card> lock(CardId id) {
        var sql = "select * from card where id = :id for update";
        return jdbc.sql(sql).param("id", id.value()).query(Cards::row).optional();
    }

    /// A new card; empty if the application has one already. The database sees to it that it never has two.
    Optional<Card> add(
            ApplicationId application, PersonId person, CardWords words, Validity valid, String pack, Instant now) {
        while (of(application).isEmpty()) {
            var added = insert(application, person, words, valid, pack, now, null);
            if (added.isPresent()) return added;
        }
        return Optional.empty();
    }

    /// Another card in place of one that is over; empty if there is one already. The database sees to it that there are
    /// never two.
    Optional<Card> addInPlaceOf(Card over, CardWords words, Validity valid, Instant now) {
        while (successor(over.id()).isEmpty()) {
            var added = insert(over.application(), over.person(), words, valid, over.pack(), now, over.id());
            if (added.isPresent()) return added;
        }
        return Optional.empty();
    }

    /// The card that took the place of another.
    Optional<Card> successor(CardId card) {
        var sql = "select * from card where replaces = :card";
        return jdbc.sql(sql).param("card", card.value()).query(Cards::row).optional();
    }

    private Optional<Card> insert(
            ApplicationId application,
            PersonId person,
            CardWords words,
            Validity valid,
            String pack,
            Instant now,
            @Nullable CardId replaces) {
        var id = CardId.random();
        var sql = """
                insert into card (id, application, person, number, stage, valid_from, valid_until, pack, issued_at, replaces,
                                  sealed)
                values (:id, :application, :person, :number, 'ACTIVE', :valid_from, :valid_until, :pack, :now, :replaces,
                        :sealed)
                on conflict do nothing
                returning *
                """;
        return jdbc.sql(sql)
                .param("id", id.value())
                .param("application", application.value())
                .param("person", person.value())
                .param("number", CardNumber.random(random).value())
                .param("valid_from", valid.from())
                .param("valid_until", valid.until())
                .param("pack", pack)
                .param("now", Timestamp.from(now))
                .param("replaces", replaces == null ? null : replaces.value())
                .param("sealed", vault.seal(person, context(id), json.writeValueAsBytes(words)))
                .query(Cards::row)
                .optional();
    }

    Card move(Card locked, CardStage to, @Nullable Hold heldBy) {
        var sql = """
                update card set stage = :stage, held_by = :held_by, revision = revision + 1
                where id = :id and revision = :revision
                returning *
                """;
        return jdbc.sql(sql)
                .param("stage", to.name())
                .param("held_by", heldBy == null ? null : heldBy.name())
                .param("id", locked.id().value())
                .param("revision", locked.revision())
                .query(Cards::row)
                .single();
    }

    /// Cards whose last day has passed, held until the transaction ends; those that another node holds are left to it.
    List<Card> past(LocalDate today, int most) {
        var sql = """
                select * from card where stage in ('ACTIVE', 'SUSPENDED') and valid_until < :today
                order by valid_until limit :most for update skip locked
                """;
        return jdbc.sql(sql)
                .param("today", today)
                .param("most", most)
                .query(Cards::row)
                .list();
    }

    /// The first and the last day.
    record Validity(LocalDate from, LocalDate until) {}

    private static Context context(CardId id) {
        return new Context("card.words", id.value());
    }

    private static Card row(ResultSet row, int number) throws SQLException {
        var heldBy = row.getString("held_by");
        return new Card(
                new CardId(row.getObject("id", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                new CardNumber(row.getString("number")),
                CardStage.valueOf(row.getString("stage")),
                heldBy == null ? null : Hold.valueOf(heldBy),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                row.getString("pack"),
                row.getTimestamp("issued_at").toInstant(),
                row.getInt("revision"));
    }
}
