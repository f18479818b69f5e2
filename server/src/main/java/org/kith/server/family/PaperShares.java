package org.kith.server.family;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.identity.Document;
import org.kith.server.identity.DocumentId;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which paper of whom serves whom.
@Repository
class PaperShares {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final ConsentText texts;
    private final Clock clock;

    PaperShares(JdbcClient jdbc, Vault vault, ConsentText texts, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.texts = texts;
        this.clock = clock;
    }

    /// Empty where it serves them already.
    Optional<SharedPaper.Id> add(FamilyId family, Document document, PersonId owner, PersonId serves, Locale language) {
        var sql = """
                insert into shared_paper
                    (id, family, document, owner, serves, evidence, language, digest, consented_at)
                values (:id, :family, :document, :owner, :serves, :evidence, :language, :digest, :now)
                on conflict do nothing returning id
                """;
        return jdbc.sql(sql)
                .param("id", UUID.randomUUID())
                .param("family", family.value())
                .param("document", document.id().value())
                .param("owner", owner.value())
                .param("serves", serves.value())
                .param("evidence", document.evidence())
                .param("language", language.toLanguageTag())
                .param("digest", texts.digest(ConsentText.SHARING, language))
                .param("now", now())
                .query(UUID.class)
                .optional()
                .map(SharedPaper.Id::new);
    }

    /// Writes the verified fact for the one it serves, under their own key.
    void verified(SharedPaper.Id id, PersonId serves, VerifiedFact verified) {
        var sql = "update shared_paper set verified_at = :at, sealed = :sealed where id = :id";
        jdbc.sql(sql)
                .param("id", id.value())
                .param("at", Timestamp.from(verified.at()))
                .param("sealed", vault.sealText(serves, context(id), verified.fact()))
                .update();
    }

    /// Locked, the oldest first.
    List<SharedPaper> standingOf(DocumentId document) {
        var sql = """
                select * from shared_paper where document = :id and withdrawn_at is null
                order by consented_at, id for update
                """;
        return list(sql, document.value());
    }

    /// All that ever served somebody, the newest last.
    List<SharedPaper> serving(PersonId person) {
        return list("select * from shared_paper where serves = :id order by consented_at, id", person.value());
    }

    /// What stands of what somebody shared.
    List<SharedPaper> standingOfOwner(PersonId owner) {
        var sql = """
                select * from shared_paper where owner = :id and withdrawn_at is null order by consented_at, id
                """;
        return list(sql, owner.value());
    }

    void withdraw(SharedPaper.Id id) {
        jdbc.sql("update shared_paper set withdrawn_at = ? where id = ? and withdrawn_at is null")
                .params(now(), id.value())
                .update();
    }

    void decided(SharedPaper.Id id, UUID decision) {
        jdbc.sql("update shared_paper set decision = ? where id = ?")
                .params(decision, id.value())
                .update();
    }

    private List<SharedPaper> list(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query((row, _) -> row(row)).list();
    }

    private SharedPaper row(ResultSet row) throws SQLException {
        var id = new SharedPaper.Id(row.getObject("id", UUID.class));
        var serves = new PersonId(row.getObject("serves", UUID.class));
        var sealed = row.getBytes("sealed");
        return new SharedPaper(
                id,
                new FamilyId(row.getObject("family", UUID.class)),
                new DocumentId(row.getObject("document", UUID.class)),
                new PersonId(row.getObject("owner", UUID.class)),
                serves,
                row.getString("evidence"),
                instant(row.getTimestamp("verified_at")),
                sealed == null
                        ? ""
                        : vault.openText(serves, context(id), sealed).orElse(""),
                instant(row.getTimestamp("withdrawn_at")),
                row.getObject("decision", UUID.class));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Context context(SharedPaper.Id id) {
        return new Context("shared_paper.fact", id.value());
    }
}
