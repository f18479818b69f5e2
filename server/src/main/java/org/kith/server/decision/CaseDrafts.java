package org.kith.server.decision;

import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.decision.Decisions.Draft;
import org.springframework.stereotype.Component;

/// Writes a decision on an application down with all that it rests on: the papers that lay there, and what the rules
/// said.
@Component
class CaseDrafts {
    private final CaseFacts facts;
    private final FiledTrace traces;

    CaseDrafts(CaseFacts facts, FiledTrace traces) {
        this.facts = facts;
        this.traces = traces;
    }

    Draft of(Application application, Verdict verdict, @Nullable String ground, DecisionWords words) {
        return correcting(null, application, verdict, ground, words);
    }

    /// @param corrects the decision that this one takes the place of, or takes back; null if none
    Draft correcting(
            @Nullable DecisionId corrects,
            Application application,
            Verdict verdict,
            @Nullable String ground,
            DecisionWords words) {
        var resting = words.restingOn(
                facts.papers(application), traces.of(application).canonical());
        return new Draft(
                Subject.of(application.id()),
                application.person(),
                verdict,
                application.pack(),
                ground,
                resting,
                corrects);
    }
}
