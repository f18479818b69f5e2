package org.kith.server.decision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.kith.pack.programme.TimeLimits;
import org.kith.server.application.MoreTimeResult;
import org.kith.server.application.MoreTimeResult.Given;
import org.kith.server.application.MoreTimeResult.GivenBefore;
import org.kith.server.application.MoreTimeResult.NothingRuns;
import org.kith.server.application.MoreTimeResult.TooLate;
import org.kith.server.application.MoreTimeResult.UsedUp;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.programme.Programme;
import org.kith.server.vault.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Gives a person longer to answer, as often and as long as the programme says. Nobody is asked why.
@Service
public class MoreTime {
    private final Decisions decisions;
    private final AwaitedAnswers awaited;
    private final AnswerTimes times;
    private final Programme programme;
    private final JdbcClient jdbc;
    private final Journal journal;
    private final Clock clock;

    MoreTime(
            Decisions decisions,
            AwaitedAnswers awaited,
            AnswerTimes times,
            Programme programme,
            JdbcClient jdbc,
            Journal journal,
            Clock clock) {
        this.decisions = decisions;
        this.awaited = awaited;
        this.times = times;
        this.programme = programme;
        this.jdbc = jdbc;
        this.journal = journal;
        this.clock = clock;
    }

    /// How often the person can still have more time; empty where none runs.
    public Optional<Integer> left(Decision decision) {
        if (!mayBePutOff(decision)) return Optional.empty();

        return Optional.of(Math.max(0, limits(decision).extensions() - extensions(decision.id())));
    }

    /// Gives more time, once for each press.
    ///
    /// @param shown the last day that the person saw when they pressed the button
    @Transactional
    public MoreTimeResult extend(DecisionId id, PersonId person, LocalDate shown) {
        var found = decisions.lock(id).filter(each -> each.person().equals(person) && mayBePutOff(each));
        if (found.isEmpty()) return new NothingRuns();
        var decision = found.get();
        var until = Objects.requireNonNull(decision.answerUntil());
        var given = extensions(id);
        var most = limits(decision).extensions();
        if (until.isAfter(shown)) return new GivenBefore(until);
        if (Decision.isOver(until, clock.instant())) return new TooLate(until);
        if (given >= most) return new UsedUp(most);

        var later = until.plus(limits(decision).extension());
        add(id, given + 1, later);
        decisions.answerUntil(id, later);
        times.begin(decision, clock.instant());
        journal.record(Deed.TIME_EXTENDED, Actor.of(person), person, caseOf(decision), details(decision, later));
        return new Given(later, most - given - 1);
    }

    private boolean mayBePutOff(Decision decision) {
        return decision.verdict().mayBePutOff() && awaited.isAwaited(decision);
    }

    private int extensions(DecisionId id) {
        return jdbc.sql("select count(*) from extension where decision = :decision")
                .param("decision", id.value())
                .query(Integer.class)
                .single();
    }

    private void add(DecisionId id, int number, LocalDate until) {
        var sql = """
            insert into extension (decision, number, until, given_at) values (:decision, :number, :until, :now)
            """;
        jdbc.sql(sql)
                .param("decision", id.value())
                .param("number", number)
                .param("until", until)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private TimeLimits limits(Decision decision) {
        return programme.version(decision.pack()).programme().limits();
    }

    private static Details details(Decision decision, LocalDate until) {
        return Details.of(Detail.DECISION, decision.id().value()).and(Detail.ENDS_ON, until);
    }

    private static Case caseOf(Decision decision) {
        var kind = decision.subject().kind() == Subject.Kind.CARD ? CaseKind.CARD : CaseKind.APPLICATION;
        return new Case(kind, decision.subject().id());
    }
}
