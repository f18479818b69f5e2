package org.kith.server.decision;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.server.application.Application;
import org.kith.server.decision.Decision.State;
import org.springframework.stereotype.Component;

/// On which grounds an applicant was heard. **A notice counts once**: not after it was taken back or corrected, and not
/// again once an application was refused on it.
@Component
public class Heard {
    private final Decisions decisions;
    private final Clock clock;

    Heard(Decisions decisions, Clock clock) {
        this.decisions = decisions;
        this.clock = clock;
    }

    /// The notices on which an application may be refused, the newest first.
    public List<Decision> notices(Application application) {
        return standing(application).filter(this::isHeard).toList();
    }

    /// The notice that counts for a ground, heard or not.
    Optional<Decision> notice(Application application, String ground) {
        return standing(application)
                .filter(notice -> ground.equals(notice.ground()))
                .findFirst();
    }

    /// The notices on which the refusal that stands could rest, the newest first.
    public List<Decision> noticesBeforeRefusal(Application application) {
        return standing(application, true).filter(this::isHeard).toList();
    }

    boolean isHeard(Decision notice) {
        return notice.wasHeard(clock.instant());
    }

    private Stream<Decision> standing(Application application) {
        return standing(application, false);
    }

    /// @param before the refusal that stands, with all that corrected it
    private Stream<Decision> standing(Application application, boolean before) {
        var made = decisions.about(Subject.of(application.id())).stream()
                .filter(decision -> decision.state() == State.MADE)
                .toList();
        var corrected =
                made.stream().map(Decision::corrects).filter(Objects::nonNull).collect(Collectors.toSet());
        return made.stream()
                .dropWhile(decision -> before && decision.verdict() == Verdict.REFUSE)
                .takeWhile(decision -> decision.verdict() != Verdict.REFUSE)
                .filter(decision -> decision.verdict() == Verdict.ANNOUNCE_REFUSAL)
                .filter(decision -> !corrected.contains(decision.id()));
    }
}
