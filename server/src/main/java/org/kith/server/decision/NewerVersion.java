package org.kith.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.kith.pack.Pack;
import org.kith.pack.eligibility.ClauseTrace;
import org.kith.pack.eligibility.GroundTrace;
import org.kith.pack.eligibility.Trace;
import org.kith.pack.rule.Outcome;
import org.kith.server.application.Application;
import org.kith.server.application.DraftAnswers;
import org.kith.server.decision.Better.Gained;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Service;

/// Whether the version of the programme that this server runs would see a pending case better for the person than the
/// one they filed under. **It is told, never used: a newer version takes nothing from who filed before it.**
@Service
public class NewerVersion {
    private final Adjudication adjudication;
    private final DraftAnswers answers;
    private final Programme programme;
    private final Clock clock;

    NewerVersion(Adjudication adjudication, DraftAnswers answers, Programme programme, Clock clock) {
        this.adjudication = adjudication;
        this.answers = answers;
        this.programme = programme;
        this.clock = clock;
    }

    /// What would be better; nothing where nothing is, and in most cases nothing has to be asked to know that.
    public Optional<Better> better(Application application) {
        var newer = programme.current();
        if (application.stage().isClosed() || application.pack().equals(newer.digest())) return Optional.empty();

        var before = adjudication.trace(application);
        var given = answers.of(application).fitting(newer.questions());
        var after = newer.eligibility().trace(given, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        var gained = after.grounds().stream()
                .filter(ground -> ground.result() == Outcome.MET && !isMet(before, ground.ground()))
                .map(ground -> gained(ground, before, newer))
                .toList();
        return gained.isEmpty() ? Optional.empty() : Optional.of(new Better(newer.version(), gained));
    }

    private static Gained gained(GroundTrace ground, Trace before, Pack newer) {
        var met = before.ground(ground.ground()).stream()
                .flatMap(old -> old.clauses().stream())
                .filter(clause -> clause.result() == Outcome.MET)
                .map(ClauseTrace::clause)
                .toList();
        return new Gained(
                ground.ground(),
                newer.eligibility().ground(ground.ground()).orElseThrow().from(),
                ground.clauses().stream()
                        .filter(clause -> clause.result() == Outcome.MET)
                        .map(ClauseTrace::clause)
                        .filter(clause -> !met.contains(clause))
                        .toList());
    }

    private static boolean isMet(Trace trace, String ground) {
        return trace.ground(ground).filter(each -> each.result() == Outcome.MET).isPresent();
    }
}
