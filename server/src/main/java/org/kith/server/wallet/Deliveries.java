package org.kith.server.wallet;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kith.credential.signing.Jwk;
import org.kith.server.site.LinkSecret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What is on its way to wallets: copies they are to have later, and copies they were sent and may say something of.
@Repository
class Deliveries {
    private static final Duration REMEMBERED = Duration.ofDays(15);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Deliveries(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /// A request that waits.
    record Waiting(String configuration, List<Jwk> keys) {}

    @Transactional(propagation = Propagation.MANDATORY)
    String addWaiting(WalletId wallet, Configuration configuration, List<Jwk> keys) {
        var number = LinkSecret.fresh(random);
        var sql = """
            insert into wallet_deferred (hash, wallet, configuration, keys, expires)
            values (:hash, :wallet, :configuration, :keys, :expires)
            """;
        jdbc.sql(sql)
                .param("hash", number.hash())
                .param("wallet", wallet.value())
                .param("configuration", configuration.id())
                .param(
                        "keys",
                        keys.stream()
                                .map(key -> json.writeValueAsString(key.toMap()))
                                .toArray(String[]::new))
                .param("expires", Timestamp.from(clock.instant().plus(WalletBook.UNUSED)))
                .update();
        return number.text();
    }

    Optional<Waiting> waiting(WalletId wallet, String number) {
        var sql = "select * from wallet_deferred where hash = :hash and wallet = :wallet and expires > :now";
        return jdbc.sql(sql)
                .param("hash", LinkSecret.hashOf(number))
                .param("wallet", wallet.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, _) -> new Waiting(
                        row.getString("configuration"),
                        WalletBook.texts(row.getArray("keys")).stream()
                                .map(this::key)
                                .toList()))
                .optional();
    }

    /// False if it has come meanwhile.
    @Transactional(propagation = Propagation.MANDATORY)
    boolean lockWaiting(WalletId wallet, String number) {
        return jdbc.sql("select 1 from wallet_deferred where hash = :hash and wallet = :wallet for update")
                .param("hash", LinkSecret.hashOf(number))
                .param("wallet", wallet.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void removeWaiting(String number) {
        jdbc.sql("delete from wallet_deferred where hash = ?")
                .param(LinkSecret.hashOf(number))
                .update();
    }

    /// Notes what was sent; the number under which the wallet may speak of it.
    @Transactional(propagation = Propagation.MANDATORY)
    String add(WalletId wallet, List<UUID> copies) {
        var number = LinkSecret.fresh(random);
        var sql =
                "insert into wallet_delivery (hash, wallet, copies, expires) values (:hash, :wallet, :copies, :expires)";
        jdbc.sql(sql)
                .param("hash", number.hash())
                .param("wallet", wallet.value())
                .param("copies", copies.toArray(UUID[]::new))
                .param("expires", Timestamp.from(clock.instant().plus(REMEMBERED)))
                .update();
        return number.text();
    }

    /// Notes what a wallet says of what it was sent; the copies. Empty if nothing was sent under that number.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<List<UUID>> tell(WalletId wallet, String number, String event) {
        var sql = """
            update wallet_delivery set event = :event, told_at = :now where hash = :hash and wallet = :wallet
            returning copies
            """;
        return jdbc.sql(sql)
                .param("event", event)
                .param("now", Timestamp.from(clock.instant()))
                .param("hash", LinkSecret.hashOf(number))
                .param("wallet", wallet.value())
                .query((row, _) -> List.of((UUID[]) row.getArray("copies").getArray()))
                .optional();
    }

    private Jwk key(String text) {
        var members = new HashMap<String, Object>();
        json.readTree(text)
                .properties()
                .forEach(each -> members.put(each.getKey(), each.getValue().asString("")));
        return Jwk.from(members);
    }
}
