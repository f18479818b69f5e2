package org.kith.server.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.kith.pack.eligibility.Trace;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.decision.Rejudged.Differs;
import org.kith.server.decision.Rejudged.NotToBeJudged;
import org.kith.server.decision.Rejudged.Same;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Asks the rules once more what they say of a decision's application: of its stored answers, under the version it was
/// filed under, on the day it was filed. **It is the trace that was sealed with the decision, or something was
/// changed.**
@Service
public class Rejudging {
    private static final int AT_ONCE = 500;

    private final Decisions decisions;
    private final Applications applications;
    private final Adjudication adjudication;
    private final JdbcClient jdbc;

    Rejudging(Decisions decisions, Applications applications, Adjudication adjudication, JdbcClient jdbc) {
        this.decisions = decisions;
        this.applications = applications;
        this.adjudication = adjudication;
        this.jdbc = jdbc;
    }

    /// What came of judging all decisions about applications again.
    ///
    /// @param gone    whose answers are kept no longer, or whose person has been erased
    /// @param differs the numbers of those that came out otherwise
    public record Report(long same, long gone, List<DecisionNumber> differs) {
        public Report {
            differs = List.copyOf(differs);
        }
    }

    public Rejudged again(Decision decision) {
        var sealed = decisions.words(decision).map(DecisionWords::trace).filter(trace -> !trace.isEmpty());
        if (sealed.isEmpty() || decision.subject().kind() != Subject.Kind.APPLICATION) return new NotToBeJudged();
        var application = applications.find(new ApplicationId(decision.subject().id()));
        if (application.isEmpty() || !hasAnswers(application.get().id())) return new NotToBeJudged();

        var trace = adjudication.trace(application.get());
        return trace.canonical().equals(sealed.get()) ? new Same(trace) : new Differs(trace);
    }

    /// What the rules said, where it can still be shown.
    public Optional<Trace> trace(Decision decision) {
        return again(decision) instanceof Same(var trace) ? Optional.of(trace) : Optional.empty();
    }

    /// Judges every decision about an application again.
    ///
    /// @param progress is told how many were judged so far
    public Report all(LongConsumer progress) {
        var same = 0L;
        var gone = 0L;
        var differs = new ArrayList<DecisionNumber>();
        var lot = after(null);
        while (!lot.isEmpty()) {
            for (var id : lot) {
                var decision = decisions.find(id).orElseThrow();
                switch (again(decision)) {
                    case Same _ -> same++;
                    case NotToBeJudged() -> gone++;
                    case Differs _ -> differs.add(decision.number());
                }
            }
            progress.accept(same + gone + differs.size());
            lot = after(lot.getLast());
        }
        return new Report(same, gone, differs);
    }

    private List<DecisionId> after(@Nullable DecisionId last) {
        var sql = """
            select id from decision where subject_kind = 'APPLICATION' and id > :last order by id limit :most
            """;
        return jdbc.sql(sql)
                .param("last", last == null ? new UUID(0, 0) : last.value())
                .param("most", AT_ONCE)
                .query((row, number) -> new DecisionId(row.getObject("id", UUID.class)))
                .list();
    }

    private boolean hasAnswers(ApplicationId application) {
        return jdbc.sql("select exists (select 1 from answer where application = :application)")
                .param("application", application.value())
                .query(Boolean.class)
                .single();
    }
}
