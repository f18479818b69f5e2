package org.kith.server.decision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Move.Moved;
import org.kith.server.application.Party;
import org.kith.server.application.Step;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.decision.ReplyResult.AlreadySent;
import org.kith.server.decision.ReplyResult.NothingToAnswer;
import org.kith.server.decision.ReplyResult.Sent;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What people say to decisions about them.
@Service
public class Replies {
    private final Decisions decisions;
    private final AnswerTimes times;
    private final Applications applications;
    private final MeasureNotices notices;
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Journal journal;
    private final Clock clock;

    Replies(
            Decisions decisions,
            AnswerTimes times,
            Applications applications,
            MeasureNotices notices,
            JdbcClient jdbc,
            Vault vault,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.times = times;
        this.applications = applications;
        this.notices = notices;
        this.jdbc = jdbc;
        this.vault = vault;
        this.journal = journal;
        this.clock = clock;
    }

    /// What was replied, and when.
    public record Reply(Instant at, String words) {
        @Override
        public String toString() {
            return "Reply[…]";
        }
    }

    /// Takes a reply, once. An application goes back to its caseworker with it.
    ///
    /// @param words may be empty where papers say it all
    @Transactional
    public ReplyResult send(DecisionId id, PersonId person, String words) {
        var found = decisions.lock(id).filter(decision -> decision.person().equals(person));
        if (found.isEmpty()) return new NothingToAnswer();
        var decision = found.get();
        if (decision.answeredAt() != null) return new AlreadySent();
        if (!decision.verdict().mayBeAnswered() || decisions.isCorrected(id)) return new NothingToAnswer();
        if (!moveOn(decision)) return new NothingToAnswer();

        add(decision, words);
        decisions.markAnswered(id);
        times.end(id);
        journal.record(
                deed(decision), Actor.of(person), person, caseOf(decision), Details.of(Detail.DECISION, id.value()));
        return new Sent();
    }

    public Optional<Reply> to(Decision decision) {
        var sql = "select at, sealed from reply where decision = :decision";
        return jdbc.sql(sql)
                .param("decision", decision.id().value())
                .query((row, number) -> new Kept(row.getTimestamp("at").toInstant(), row.getBytes("sealed")))
                .optional()
                .flatMap(kept -> vault.openText(decision.person(), context(decision.id()), kept.words())
                        .map(words -> new Reply(kept.at(), words)));
    }

    @SuppressWarnings("ArrayRecordComponent") // a row on its way
    private record Kept(Instant at, byte[] words) {}

    /// An application goes back to its caseworker; a card stays as it is. What was withdrawn needs no answer.
    private boolean moveOn(Decision decision) {
        if (MeasureNotices.isNotice(decision.verdict())) return notices.isStanding(decision);

        var step = switch (decision.verdict()) {
            case ASK_MORE -> Step.GIVE_MORE;
            case ANNOUNCE_REFUSAL -> Step.ANSWER_NOTICE;
            default -> null;
        };
        if (step == null) return true;

        var application = applications.lock(new ApplicationId(decision.subject().id()));
        return applications.take(application, step, Party.APPLICANT) instanceof Moved;
    }

    private void add(Decision decision, String words) {
        var sql = "insert into reply (decision, at, sealed) values (:decision, :now, :sealed)";
        jdbc.sql(sql)
                .param("decision", decision.id().value())
                .param("now", Timestamp.from(clock.instant()))
                .param("sealed", vault.sealText(decision.person(), context(decision.id()), words))
                .update();
    }

    private static Deed deed(Decision decision) {
        return switch (decision.verdict()) {
            case ASK_MORE -> Deed.MORE_GIVEN;
            case ANNOUNCE_REFUSAL -> Deed.REFUSAL_ANSWERED;
            default -> Deed.NOTICE_ANSWERED;
        };
    }

    private static Case caseOf(Decision decision) {
        var kind = decision.subject().kind() == Subject.Kind.CARD ? CaseKind.CARD : CaseKind.APPLICATION;
        return new Case(kind, decision.subject().id());
    }

    private static Context context(DecisionId id) {
        return new Context("reply.words", id.value());
    }
}
