package org.kith.server.decision;

import java.util.List;
import java.util.stream.Stream;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.decision.Decision.State;
import org.kith.server.staff.OfficerId;
import org.kith.server.talk.Talks;
import org.springframework.stereotype.Component;

/// Who may still decide an application, or hear an appeal. Whoever had a hand in a decision does not judge it again.
@Component
public class Impartiality {
    private final Decisions decisions;
    private final DifferingViews views;
    private final Applications applications;
    private final CaseFacts facts;
    private final Conflicts conflicts;
    private final Talks talks;

    Impartiality(
            Decisions decisions,
            DifferingViews views,
            Applications applications,
            CaseFacts facts,
            Conflicts conflicts,
            Talks talks) {
        this.decisions = decisions;
        this.views = views;
        this.applications = applications;
        this.facts = facts;
        this.conflicts = conflicts;
        this.talks = talks;
    }

    /// Not who decided what was sent back on appeal, nor, where two officers see it differently, either of the two, nor
    /// who marked their talk.
    public boolean mayDecide(Application application, OfficerId officer) {
        var all = decisions.about(Subject.of(application.id()));
        return !isSentBackFrom(all, officer)
                && !isOneOfTwoWhoDiffer(all, officer)
                && !talks.marked(application.id(), officer);
    }

    private static boolean isSentBackFrom(List<Decision> all, OfficerId officer) {
        return all.stream()
                .dropWhile(decision -> decision.verdict() != Verdict.REMIT || decision.state() != State.MADE)
                .anyMatch(decision -> hadAHandIn(decision, officer));
    }

    private boolean isOneOfTwoWhoDiffer(List<Decision> all, OfficerId officer) {
        return all.stream()
                .findFirst()
                .filter(last -> last.state() == State.RETURNED && hadAHandIn(last, officer))
                .filter(last -> views.of(last).isPresent())
                .isPresent();
    }

    /// Whoever decided anything about it, or about its person, before the appeal, or confirmed who they are, does not
    /// hear
    /// the appeal; nor, where two who hear it see it differently, either of the two.
    public boolean mayHear(Appeal appeal, Decision appealed, OfficerId officer) {
        var all = decisions.about(appealed.subject());
        return Stream.concat(all.stream(), decisions.of(appeal.person()).stream())
                        .filter(decision -> !decision.proposedAt().isAfter(appeal.at()))
                        .noneMatch(decision -> hadAHandIn(decision, officer))
                && !conflicts.stands(appeal.person(), officer)
                && !confirmedIdentity(appealed, officer)
                && !isOneOfTwoWhoDiffer(all, officer);
    }

    private boolean confirmedIdentity(Decision appealed, OfficerId officer) {
        var application = switch (appealed.subject().kind()) {
            case APPLICATION ->
                applications.find(new ApplicationId(appealed.subject().id()));
            case CARD -> applications.openOf(appealed.person());
        };
        return application
                .filter(each -> facts.confirmedIdentity(each, officer))
                .isPresent();
    }

    static boolean hadAHandIn(Decision decision, OfficerId officer) {
        return decision.first().equals(officer) || officer.equals(decision.second());
    }
}
