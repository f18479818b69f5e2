package org.kith.server.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Deadlines;
import org.springframework.stereotype.Component;

/// Gives a person back the days that a stop took from their times: to answer, to appeal, to visit a centre.
@Component
class StoppedClocks {
    private final Decisions decisions;
    private final AnswerTimes times;
    private final Deadlines deadlines;
    private final Clock clock;

    StoppedClocks(Decisions decisions, AnswerTimes times, Deadlines deadlines, Clock clock) {
        this.decisions = decisions;
        this.times = times;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /// A day that was begun counts whole.
    void goOn(Subject subject, Instant stoppedSince) {
        var stopped = Duration.between(stoppedSince, clock.instant());
        var days = (int) stopped.plusDays(1).minusNanos(1).toDays();
        var first = LocalDate.ofInstant(stoppedSince, ZoneOffset.ofHours(-12));
        for (var decision : decisions.about(subject)) {
            var until = decision.answerUntil();
            if (until == null || until.isBefore(first) || decision.answeredAt() != null) continue;

            decisions.answerUntil(decision.id(), until.plusDays(days));
            if (times.of(decision.id()).isPresent()) times.begin(decision, clock.instant());
        }
        if (subject.kind() == Subject.Kind.APPLICATION) {
            deadlines.prolong(new ApplicationId(subject.id()), days, clock.instant());
        }
    }
}
