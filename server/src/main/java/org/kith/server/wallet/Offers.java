package org.kith.server.wallet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.site.LinkSecret;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Offers that holders made.
@Repository("walletOffers")
class Offers {
    /// Nobody guesses one of a million at the fifth attempt, and nobody mistypes that often.
    static final int TRIES = 5;

    private final JdbcClient jdbc;
    private final Clock clock;

    Offers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// An offer that stands.
    ///
    /// @param browserKey the thumbprint of the one key that may use it; null for any
    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    record Offer(
            UUID id,
            PersonId person,
            List<String> configurations,
            byte[] pinCode,
            @Nullable String browserKey) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void addPreAuthorized(
            UUID id, PersonId person, List<String> configurations, LinkSecret code, byte[] pinCode, Instant expires) {
        add(id, person, configurations, code.hash(), pinCode, null, expires);
    }

    /// The one that whoever holds the key may use.
    @Transactional(propagation = Propagation.MANDATORY)
    void bind(UUID id, String browserKey) {
        jdbc.sql("update wallet_offer set browser_key = :key where id = :id")
                .param("key", browserKey)
                .param("id", id)
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void addBegun(UUID id, PersonId person, List<String> configurations, LinkSecret issuerState, Instant expires) {
        add(id, person, configurations, null, null, issuerState.hash(), expires);
    }

    private void add(
            UUID id,
            PersonId person,
            List<String> configurations,
            byte @Nullable [] code,
            byte @Nullable [] pinCode,
            byte @Nullable [] issuerState,
            Instant expires) {
        // Whoever makes a new one has no use for those before.
        jdbc.sql("delete from wallet_offer where person = ? and used_at is null")
                .param(person.value())
                .update();
        var sql = """
            insert into wallet_offer (id, person, configurations, code_hash, pin_code, issuer_state, expires)
            values (:id, :person, :configurations, :code, :pin, :state, :expires)
            """;
        jdbc.sql(sql)
                .param("id", id)
                .param("person", person.value())
                .param("configurations", configurations.toArray(String[]::new))
                .param("code", code)
                .param("pin", pinCode)
                .param("state", issuerState)
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /// Takes one of the tries at an offer's PIN. Of all who come at once each takes another, and none comes after the
    /// last. **Nothing is returned that would tell a code that never was from one that is over.**
    Optional<Offer> tryPin(String code) {
        var sql = """
            update wallet_offer set pin_tries = pin_tries + 1
            where code_hash = :hash and used_at is null and expires > :now and pin_tries < :tries
            returning *
            """;
        return jdbc.sql(sql)
                .param("hash", LinkSecret.hashOf(code))
                .param("now", now())
                .param("tries", TRIES)
                .query(Offers::row)
                .optional();
    }

    /// Whether it was this call that used it.
    @Transactional(propagation = Propagation.MANDATORY)
    boolean use(UUID id) {
        return jdbc.sql("update wallet_offer set used_at = :now where id = :id and used_at is null")
                        .param("now", now())
                        .param("id", id)
                        .update()
                == 1;
    }

    /// Whoever made the offer that an authorization goes back to.
    Optional<PersonId> personOf(String issuerState) {
        var sql = "select person from wallet_offer where issuer_state = :hash and expires > :now";
        return jdbc.sql(sql)
                .param("hash", LinkSecret.hashOf(issuerState))
                .param("now", now())
                .query((row, _) -> new PersonId(row.getObject("person", UUID.class)))
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Offer row(ResultSet row, int number) throws SQLException {
        return new Offer(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("person", UUID.class)),
                WalletBook.texts(row.getArray("configurations")),
                row.getBytes("pin_code"),
                row.getString("browser_key"));
    }
}
