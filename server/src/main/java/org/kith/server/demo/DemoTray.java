package org.kith.server.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.kith.server.notify.Carrier;
import org.kith.server.notify.Mail;
import org.kith.server.vault.SecretId;
import org.kith.server.vault.Vault;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Where mail ends up in a demonstration without a mail server: on a page instead of in the world.
@Component
@OnlyInDemonstration
@ConditionalOnExpression("'${kith.mail.host:}'.isBlank()")
public class DemoTray implements Carrier {
    private static final int SHOWN = 50;

    private final JdbcClient jdbc;
    private final Vault vault;

    DemoTray(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    @Transactional
    public void carry(Mail mail) {
        var lines = String.join("\n", mail.to(), mail.sender(), mail.subject(), mail.body());
        var content = vault.keepForHouse(lines.getBytes(StandardCharsets.UTF_8));
        var sql = """
                insert into demo_mail (id, content, language, sent) values (:id, :content, :language, :sent)
                on conflict (id) do nothing
                """;
        jdbc.sql(sql)
                .param("id", mail.id())
                .param("content", content.value())
                .param("language", mail.language().toLanguageTag())
                .param("sent", mail.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What was sent last, the newest first.
    public List<Mail> mails() {
        record Row(UUID id, SecretId content, Locale language, Instant sent) {}
        var sql = "select id, content, language, sent from demo_mail order by sent desc, id limit ?";
        return jdbc
                .sql(sql)
                .param(SHOWN)
                .query((row, index) -> new Row(
                        row.getObject("id", UUID.class),
                        new SecretId(row.getObject("content", UUID.class)),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getObject("sent", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .flatMap(row -> vault.secret(row.content()).stream()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8).split("\n", 4))
                        .map(part ->
                                new Mail(row.id(), part[0], part[1], part[2], part[3], row.language(), row.sent())))
                .toList();
    }
}
