package org.kith.server.family;

import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;
import org.kith.server.identity.DocumentId;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What officers saw that papers show.
@Repository
class VerifiedPapers {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    VerifiedPapers(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    void put(DocumentId document, PersonId owner, String fact, @Nullable String step, UUID officer) {
        var sql = """
                insert into verified_paper (document, officer, sealed, step, verified_at)
                values (:document, :officer, :sealed, :step, :now)
                on conflict (document) do update set officer = excluded.officer, sealed = excluded.sealed,
                    step = excluded.step, verified_at = excluded.verified_at
                """;
        jdbc.sql(sql)
                .param("document", document.value())
                .param("officer", officer)
                .param("sealed", vault.sealText(owner, context(document), fact))
                .param("step", step)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<VerifiedFact> of(DocumentId document, PersonId owner) {
        return Optional.ofNullable(of(List.of(document), owner).get(document));
    }

    /// What was seen on these papers of one person, with one look at their key.
    Map<DocumentId, VerifiedFact> of(Collection<DocumentId> documents, PersonId owner) {
        var opening = vault.opening(owner);
        if (documents.isEmpty() || opening.isEmpty()) return Map.of();

        var seen = new LinkedHashMap<DocumentId, VerifiedFact>();
        jdbc.sql("select * from verified_paper where document in (:documents)")
                .param("documents", documents.stream().map(DocumentId::value).toList())
                .query((ResultSet row) -> {
                    var document = new DocumentId(row.getObject("document", UUID.class));
                    seen.put(
                            document,
                            new VerifiedFact(
                                    opening.get().openText(context(document), row.getBytes("sealed")),
                                    row.getObject("officer", UUID.class),
                                    row.getTimestamp("verified_at").toInstant(),
                                    row.getString("step")));
                });
        return seen;
    }

    /// Which papers of an application tell of which of its ancestors.
    List<LaidPaper> laid(ApplicationId application) {
        var sql = """
            select document.id, document.evidence, verified_paper.step
            from document join verified_paper on verified_paper.document = document.id
            where document.application = :application and verified_paper.step is not null
            order by verified_paper.verified_at, document.id
            """;
        return jdbc.sql(sql)
                .param("application", application.value())
                .query((row, _) -> new LaidPaper(
                        new DocumentId(row.getObject("id", UUID.class)),
                        row.getString("evidence"),
                        row.getString("step")))
                .list();
    }

    private static Context context(DocumentId document) {
        return new Context("verified_paper.fact", document.value());
    }
}
