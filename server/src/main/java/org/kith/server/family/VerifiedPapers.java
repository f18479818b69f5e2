package org.kith.server.family;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
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

    /// What an officer saw, and when.
    ///
    /// @param fact what the paper shows, in an officer's words
    record Verified(String fact, Instant at) {
        @Override
        public String toString() {
            return "Verified[…]";
        }
    }

    void put(DocumentId document, PersonId owner, String fact, java.util.UUID officer) {
        var sql = """
                insert into verified_paper (document, officer, sealed, verified_at)
                values (:document, :officer, :sealed, :now)
                on conflict (document) do update set officer = excluded.officer, sealed = excluded.sealed,
                    verified_at = excluded.verified_at
                """;
        jdbc.sql(sql)
                .param("document", document.value())
                .param("officer", officer)
                .param("sealed", vault.sealText(owner, context(document), fact))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    Optional<Verified> of(DocumentId document, PersonId owner) {
        @SuppressWarnings("ArrayRecordComponent")
        record Row(byte[] sealed, Instant at) {}
        return jdbc.sql("select sealed, verified_at from verified_paper where document = ?")
                .param(document.value())
                .query((row, _) -> new Row(
                        row.getBytes("sealed"), row.getTimestamp("verified_at").toInstant()))
                .optional()
                .flatMap(row -> vault.openText(owner, context(document), row.sealed())
                        .map(fact -> new Verified(fact, row.at())));
    }

    private static Context context(DocumentId document) {
        return new Context("verified_paper.fact", document.value());
    }
}
