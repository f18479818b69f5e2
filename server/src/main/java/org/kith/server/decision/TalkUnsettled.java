package org.kith.server.decision;

import java.util.Set;
import org.kith.server.application.Application;
import org.kith.server.talk.TalkRules;
import org.springframework.stereotype.Component;

/// Nobody is approved on a ground that needs a talk before one was passed, or a certificate lies there in its stead;
/// and nobody is refused on it while their talk is being marked.
@Component
class TalkUnsettled implements Obstacle {
    private final TalkRules talks;
    private final CaseFacts facts;

    TalkUnsettled(TalkRules talks, CaseFacts facts) {
        this.talks = talks;
        this.facts = facts;
    }

    @Override
    public Set<Requirement> missing(Application application, Finding finding) {
        var open = switch (finding) {
            case Finding.Approval approval ->
                !talks.isSettled(application, approval.ground(), facts.papers(application));
            case Finding.IntendedRefusal refusal -> talks.isUnderWay(application, refusal.ground());
            case Finding.Refusal refusal -> talks.isUnderWay(application, refusal.ground());
            case Finding.MoreNeeded _ -> false;
        };
        return open ? Set.of(Requirement.TALK_SETTLED) : Set.of();
    }
}
