package org.kith.server.access;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kith.server.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The wallets of somebody whose card is active: how it gets into one, which it is in, and what a wallet asks them.
/// What
/// wallets themselves send is put into the database.
final class WalletsWalk {
    private final Gallery gallery;
    private final int port;
    private final JdbcClient jdbc;
    private final Instant now;

    WalletsWalk(Gallery gallery, int port, JdbcClient jdbc, Instant now) {
        this.gallery = gallery;
        this.port = port;
        this.jdbc = jdbc;
        this.now = now;
    }

    void walk(Visitor person) {
        var number =
                person.get("/card").find("UTO ([0-9]{4} [0-9]{4} [0-9]{4})").replace(" ", "");
        gallery.look(person, "/card/wallets");
        gallery.press(person, "/card/wallets/any", Map.of());
        gallery.press(person, "/card/wallets/trusted", Map.of());
        var card = jdbc.sql("select id, person from card where number = ?")
                .param(number)
                .query()
                .singleRow();
        for (var wallet : List.of("", "Hearth Wallet"))
            letsIn((UUID) card.get("id"), (UUID) card.get("person"), wallet);
        gallery.look(person, "/card/wallets");
        gallery.look(person, person.get("/card/wallets").find("href=\"(/card/wallets/[0-9a-f-]+/remove)\""));
        gallery.look(person, "/card/wallet");
        gallery.look(Visitor.at(port), "/card/wallet");
        gallery.look(person, "/wallet/consent/" + asks());
        gallery.look(
                Visitor.asPerson(port, "no-card-" + UUID.randomUUID() + "@example.org"), "/wallet/consent/" + asks());
        gallery.look(Visitor.at(port), "/wallet/authorize");
    }

    private void letsIn(UUID card, UUID person, String wallet) {
        var sql = """
            insert into wallet_grant
                (id, person, card, client, wallet, configurations, created_at, used_at, ends_at)
            values (:id, :person, :card, :client, :wallet, '{card-sd-jwt}', :now, :now, :ends)
            """;
        jdbc.sql(sql)
                .param("id", UUID.randomUUID())
                .param("person", person)
                .param("card", card)
                .param("client", wallet)
                .param("wallet", wallet)
                .param("now", Timestamp.from(now))
                .param("ends", Timestamp.from(now.plus(Duration.ofDays(30))))
                .update();
    }

    /// The question of a wallet whose browser has come.
    private UUID asks() {
        var id = UUID.randomUUID();
        var sql = """
            insert into wallet_push
                (id, uri_hash, client, wallet, redirect_uri, code_challenge, configurations, in_details, expires,
                 opened_until)
            values (:id, :hash, 'hearth', 'Hearth Wallet', 'hearth://callback', '', '{card-sd-jwt}', false, :until, :until)
            """;
        jdbc.sql(sql)
                .param("id", id)
                .param("hash", id.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                .param("until", Timestamp.from(now.plus(Duration.ofDays(1))))
                .update();
        return id;
    }
}
