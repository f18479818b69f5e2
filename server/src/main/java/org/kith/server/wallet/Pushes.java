package org.kith.server.wallet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
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

/// What wallets pushed (RFC 9126), and the codes that came of it.
@Repository
class Pushes {
    /// From the push until a browser is here.
    static final Duration LIFE = Duration.ofSeconds(90);

    /// From then on, for signing in and reading.
    static final Duration OPENED = Duration.ofMinutes(30);

    /// From the yes until the wallet redeems its code.
    static final Duration CODE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final Clock clock;

    Pushes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What was asked for.
    ///
    /// @param dpopKey   the only key that may redeem the code; null for whichever comes
    /// @param inDetails whether it was asked for by `authorization_details`
    /// @param forPerson the only one who may say yes; null for whoever signs in
    record Push(
            UUID id,
            String client,
            String wallet,
            @Nullable String instanceKey,
            String redirectUri,
            @Nullable String state,
            String codeChallenge,
            @Nullable String dpopKey,
            List<String> configurations,
            boolean inDetails,
            @Nullable PersonId forPerson,
            @Nullable String scope) {
        Push {
            configurations = List.copyOf(configurations);
        }
    }

    void add(Push push, LinkSecret uri) {
        var sql = """
            insert into wallet_push
                (id, uri_hash, client, wallet, instance_key, redirect_uri, state, code_challenge, dpop_key,
                 configurations, in_details, for_person, scope, expires)
            values (:id, :uri, :client, :wallet, :instance, :redirect, :state, :challenge, :dpop,
                    :configurations, :details, :person, :scope, :expires)
            """;
        var person = push.forPerson();
        jdbc.sql(sql)
                .param("id", push.id())
                .param("uri", uri.hash())
                .param("client", push.client())
                .param("wallet", push.wallet())
                .param("instance", push.instanceKey())
                .param("redirect", push.redirectUri())
                .param("state", push.state())
                .param("challenge", push.codeChallenge())
                .param("dpop", push.dpopKey())
                .param("configurations", push.configurations().toArray(String[]::new))
                .param("details", push.inDetails())
                .param("person", person == null ? null : person.value())
                .param("scope", push.scope())
                .param("expires", Timestamp.from(clock.instant().plus(LIFE)))
                .update();
    }

    /// Opens what a wallet pushed; more than once, as long as nobody has said yes or no.
    Optional<Push> open(String uri, String client) {
        var sql = """
            update wallet_push set opened_until = coalesce(opened_until, :until)
            where uri_hash = :hash and client = :client and expires > :now and decided_at is null
            returning *
            """;
        return jdbc.sql(sql)
                .param("until", Timestamp.from(clock.instant().plus(OPENED)))
                .param("hash", LinkSecret.hashOf(uri))
                .param("client", client)
                .param("now", now())
                .query(Pushes::row)
                .optional();
    }

    /// What somebody has opened, and not decided yet.
    Optional<Push> opened(UUID id) {
        var sql = "select * from wallet_push where id = :id and opened_until > :now and decided_at is null";
        return jdbc.sql(sql)
                .param("id", id)
                .param("now", now())
                .query(Pushes::row)
                .optional();
    }

    /// Decides it, unless somebody has: of two who press at once, one does.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Push> decide(UUID id) {
        var sql = """
            update wallet_push set decided_at = :now
            where id = :id and opened_until > :now and decided_at is null
            returning *
            """;
        return jdbc.sql(sql)
                .param("id", id)
                .param("now", now())
                .query(Pushes::row)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void addCode(Push push, WalletId wallet, LinkSecret code) {
        jdbc.sql("insert into wallet_code (hash, push, wallet, expires) values (:hash, :push, :wallet, :expires)")
                .param("hash", code.hash())
                .param("push", push.id())
                .param("wallet", wallet.value())
                .param("expires", Timestamp.from(clock.instant().plus(CODE)))
                .update();
    }

    /// A code, with what was pushed.
    ///
    /// @param redeemed whether it was redeemed before
    record Code(Push push, WalletId wallet, boolean redeemed) {}

    /// A code that has not run out, held until the transaction ends: of several who come with it, one finds it
    /// unredeemed.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Code> lockCode(String code) {
        var sql = """
            select push.*, code.wallet as granted, code.redeemed_at from wallet_code code
            join wallet_push push on push.id = code.push
            where code.hash = :hash and (code.expires > :now or code.redeemed_at is not null)
            for update of code
            """;
        return jdbc.sql(sql)
                .param("hash", LinkSecret.hashOf(code))
                .param("now", now())
                .query((row, number) -> new Code(
                        row(row, number),
                        new WalletId(row.getObject("granted", UUID.class)),
                        row.getTimestamp("redeemed_at") != null))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void redeemed(String code) {
        jdbc.sql("update wallet_code set redeemed_at = :now where hash = :hash")
                .param("now", now())
                .param("hash", LinkSecret.hashOf(code))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Push row(ResultSet row, int number) throws SQLException {
        var person = row.getObject("for_person", UUID.class);
        return new Push(
                row.getObject("id", UUID.class),
                row.getString("client"),
                row.getString("wallet"),
                row.getString("instance_key"),
                row.getString("redirect_uri"),
                row.getString("state"),
                row.getString("code_challenge"),
                row.getString("dpop_key"),
                WalletBook.texts(row.getArray("configurations")),
                row.getBoolean("in_details"),
                person == null ? null : new PersonId(person),
                row.getString("scope"));
    }
}
