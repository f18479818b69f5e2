package org.kith.server.decision;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.kith.server.vault.Context;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How second officers saw what they did not sign, in their own words. It stays with the proposal.
@Repository
public class DifferingViews {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    DifferingViews(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /// What somebody would have decided instead.
    ///
    /// @param instead what it should be; the same verdict where only the reasons differ
    public record View(Verdict instead, Instant at, String words) {
        @Override
        public String toString() {
            return "View[…]";
        }
    }

    public Optional<View> of(Decision proposal) {
        var sql = "select * from differing_view where decision = :decision";
        return jdbc.sql(sql)
                .param("decision", proposal.id().value())
                .query((row, number) -> new Kept(
                        Verdict.valueOf(row.getString("instead")),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getBytes("sealed")))
                .optional()
                .flatMap(kept -> vault.openText(proposal.person(), context(proposal.id()), kept.words())
                        .map(words -> new View(kept.instead(), kept.at(), words)));
    }

    void add(Decision proposal, Verdict instead, String words) {
        var sql = """
            insert into differing_view (decision, instead, at, sealed) values (:decision, :instead, :now, :sealed)
            """;
        jdbc.sql(sql)
                .param("decision", proposal.id().value())
                .param("instead", instead.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("sealed", vault.sealText(proposal.person(), context(proposal.id()), words))
                .update();
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Kept(Verdict instead, Instant at, byte[] words) {}

    private static Context context(DecisionId id) {
        return new Context("differing-view.words", id.value());
    }
}
