package org.kith.server.wallet;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.card.CardId;
import org.kith.server.site.LinkSecret;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The wallets that were let in, and the tokens they hold.
@Repository
class WalletBook {
    /// A wallet that did not come for so long holds no copy any more.
    static final Duration UNUSED = Duration.ofDays(90);

    static final Duration TOKEN = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    WalletBook(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// @param key what its refresh tokens are to be bound to besides the client
    @Transactional(propagation = Propagation.MANDATORY)
    Wallet letIn(
            PersonId person,
            @Nullable CardId card,
            WalletClient client,
            @Nullable String key,
            List<String> configurations) {
        var now = clock.instant();
        var wallet = new Wallet(
                WalletId.random(), person, card, client.id(), client.name(), key, configurations, now, now, false);
        var sql = """
            insert into wallet_grant
                (id, person, card, client, wallet, instance_key, configurations, created_at, used_at, ends_at)
            values (:id, :person, :card, :client, :wallet, :key, :configurations, :now, :now, :ends)
            """;
        jdbc.sql(sql)
                .param("id", wallet.id().value())
                .param("person", person.value())
                .param("card", card == null ? null : card.value())
                .param("client", client.id())
                .param("wallet", client.name())
                .param("key", key)
                .param("configurations", configurations.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("ends", Timestamp.from(now.plus(UNUSED)))
                .update();
        return wallet;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void bind(WalletId id, LinkSecret refresh) {
        jdbc.sql("update wallet_grant set refresh_hash = :hash where id = :id")
                .param("hash", refresh.hash())
                .param("id", id.value())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void addToken(WalletId id, LinkSecret token, String dpopKey, boolean identified) {
        var sql = """
            insert into wallet_token (hash, wallet, dpop_key, identified, expires)
            values (:hash, :wallet, :key, :identified, :expires)
            """;
        jdbc.sql(sql)
                .param("hash", token.hash())
                .param("wallet", id.value())
                .param("key", dpopKey)
                .param("identified", identified)
                .param("expires", Timestamp.from(clock.instant().plus(TOKEN)))
                .update();
    }

    /// An access token that may be used now.
    record Token(Wallet wallet, String dpopKey, boolean identified) {}

    Optional<Token> byToken(String token) {
        var sql = """
            select granted.*, dpop_key, identified from wallet_token
            join wallet_grant granted on granted.id = wallet_token.wallet
            where hash = :hash and expires > :now and ended_at is null
            """;
        return jdbc.sql(sql)
                .param("hash", LinkSecret.hashOf(token))
                .param("now", now())
                .query((row, number) ->
                        new Token(row(row, number), row.getString("dpop_key"), row.getBoolean("identified")))
                .optional();
    }

    /// Held until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Wallet> byRefreshToken(String token) {
        var sql = """
            select * from wallet_grant
            where refresh_hash = :hash and ended_at is null and ends_at > :now for update
            """;
        return jdbc.sql(sql)
                .param("hash", LinkSecret.hashOf(token))
                .param("now", now())
                .query(WalletBook::row)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Wallet> lock(WalletId id) {
        return jdbc.sql("select * from wallet_grant where id = :id and ended_at is null for update")
                .param("id", id.value())
                .query(WalletBook::row)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void used(WalletId id) {
        jdbc.sql("update wallet_grant set used_at = :now, ends_at = :ends where id = :id")
                .param("now", now())
                .param("ends", Timestamp.from(clock.instant().plus(UNUSED)))
                .param("id", id.value())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void isInBrowser(WalletId id) {
        jdbc.sql("update wallet_grant set in_browser = true where id = ?")
                .param(id.value())
                .update();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void setCard(WalletId id, CardId card) {
        jdbc.sql("update wallet_grant set card = :card where id = :id and card is null")
                .param("card", card.value())
                .param("id", id.value())
                .update();
    }

    /// False if it had ended before.
    @Transactional(propagation = Propagation.MANDATORY)
    boolean end(WalletId id) {
        jdbc.sql("delete from wallet_token where wallet = ?").param(id.value()).update();
        return jdbc.sql(
                                "update wallet_grant set ended_at = :now, refresh_hash = null where id = :id and ended_at is null")
                        .param("now", now())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /// Those of a person that may still come, the newest first.
    List<Wallet> of(PersonId person) {
        var sql = """
            select * from wallet_grant where person = :person and ended_at is null and ends_at > :now
            order by created_at desc, id
            """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .param("now", now())
                .query(WalletBook::row)
                .list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private static Wallet row(ResultSet row, int number) throws SQLException {
        var card = row.getObject("card", UUID.class);
        return new Wallet(
                new WalletId(row.getObject("id", UUID.class)),
                new PersonId(row.getObject("person", UUID.class)),
                card == null ? null : new CardId(card),
                row.getString("client"),
                row.getString("wallet"),
                row.getString("instance_key"),
                texts(row.getArray("configurations")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("used_at").toInstant(),
                row.getBoolean("in_browser"));
    }
}
