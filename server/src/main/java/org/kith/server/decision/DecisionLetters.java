package org.kith.server.decision;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.kith.server.notify.Outbox;
import org.kith.server.vault.Context;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The letters of all decisions, each sealed as it went. **A letter that went never changes.**
@Repository
public class DecisionLetters {
    private final LetterWriting writing;
    private final Decisions decisions;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;
    private final Clock clock;

    DecisionLetters(
            LetterWriting writing,
            Decisions decisions,
            Outbox outbox,
            JdbcClient jdbc,
            Vault vault,
            JsonMapper json,
            Clock clock) {
        this.writing = writing;
        this.decisions = decisions;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
        this.clock = clock;
    }

    /// The letter of a decision; nothing where none was kept, or the person's key is destroyed.
    public Optional<DecisionLetter> of(Decision decision) {
        var sql = "select sealed from decision_letter where decision = :decision";
        return jdbc.sql(sql)
                .param("decision", decision.id().value())
                .query(byte[].class)
                .optional()
                .flatMap(kept -> vault.open(decision.person(), context(decision.id()), kept))
                .map(plain -> json.readValue(plain, DecisionLetter.class));
    }

    /// Writes a decision's letter, once it stands or is proposed, and tells the person by mail, which says nothing of
    /// it, that there is one to read.
    @Transactional(propagation = Propagation.MANDATORY)
    void send(DecisionId id) {
        var decision = write(id);
        if (decision.state() == Decision.State.MADE) {
            outbox.tell(decision.person(), id.value());
        }
    }

    /// Writes it, and leaves the telling to what follows: of an approval, to the card.
    @Transactional(propagation = Propagation.MANDATORY)
    Decision write(DecisionId id) {
        var decision = decisions.find(id).orElseThrow();
        var letter = writing.of(decision, decisions.words(decision).orElse(DecisionWords.erased()));
        var sql = """
                insert into decision_letter (decision, went_at, sealed) values (:decision, :went, :sealed)
                on conflict (decision) do update set went_at = excluded.went_at, sealed = excluded.sealed
                where decision_letter.went_at is null
                """;
        var went = decision.state() == Decision.State.MADE ? clock.instant().atOffset(ZoneOffset.UTC) : null;
        var kept = jdbc.sql(sql)
                .param("decision", id.value())
                .param("went", went)
                .param("sealed", vault.seal(decision.person(), context(id), json.writeValueAsBytes(letter)))
                .update();
        if (kept != 1) throw new IllegalStateException("the letter of " + id.value() + " went already");
        return decision;
    }

    private static Context context(DecisionId id) {
        return new Context("decision.letter", id.value());
    }
}
