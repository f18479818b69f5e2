package org.kith.server.wallet;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.kith.server.card.Card;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Offers to wallets, with the PIN that only the holder's mail tells.
@Component
public class SomeWallet {
    private final Offering offering;
    private final Vault vault;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    SomeWallet(Offering offering, Vault vault, JdbcClient jdbc, TransactionTemplate transaction) {
        this.offering = offering;
        this.vault = vault;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public record Offered(JsonNode offer, String code, String pin) {}

    public Offered offered(Card card) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var offer = offer(offering.toAnyWallet(card).link());
            var grant = offer.path("grants").path("urn:ietf:params:oauth:grant-type:pre-authorized_code");
            return new Offered(offer, grant.path("pre-authorized_code").stringValue(), pin());
        }));
    }

    static JsonNode offer(String link) {
        var json = link.substring(link.indexOf('=') + 1);
        return new JsonMapper().readTree(URLDecoder.decode(json, StandardCharsets.UTF_8));
    }

    /// Out of the mail, which has not gone yet: the transaction that made it is not over.
    private String pin() {
        var content = jdbc.sql(
                        "select content from outbox where letter = 'WALLET_PIN' and xmin = pg_current_xact_id()::xid")
                .query(java.util.UUID.class)
                .single();
        var text = new String(
                vault.secret(new org.kith.server.vault.SecretId(content)).orElseThrow(), StandardCharsets.UTF_8);
        return text.split("\n", 2)[1];
    }
}
