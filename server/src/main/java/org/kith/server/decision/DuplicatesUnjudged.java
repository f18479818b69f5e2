package org.kith.server.decision;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.matching.LookingForDuplicates;
import org.kith.server.matching.Match;
import org.kith.server.matching.MatchVerdict;
import org.springframework.stereotype.Component;

/// Nobody is approved or refused while it is open whether they are here already. **Who cannot tell asks the person; and
/// whoever cannot tell after that decides without holding the doubt against them.**
@Component
class DuplicatesUnjudged implements Obstacle {
    private final LookingForDuplicates looking;
    private final Decisions decisions;

    DuplicatesUnjudged(LookingForDuplicates looking, Decisions decisions) {
        this.looking = looking;
        this.decisions = decisions;
    }

    @Override
    public Set<Requirement> missing(Application application, Finding finding) {
        // Asking is how it is found out.
        if (finding instanceof Finding.MoreNeeded) return Set.of();

        var missing = EnumSet.noneOf(Requirement.class);
        for (var match : looking.forDecision(application)) missing(match).ifPresent(missing::add);
        return missing;
    }

    private Optional<Requirement> missing(Match match) {
        var standing = match.standing();
        if (standing == null) return Optional.of(Requirement.DUPLICATES_JUDGED);
        if (standing.verdict() != MatchVerdict.CANNOT_TELL) return Optional.empty();

        var asked = asked(match);
        if (asked.isEmpty()) return Optional.of(Requirement.DUPLICATES_ASKED);
        return standing.at().isBefore(asked.get()) ? Optional.of(Requirement.DUPLICATES_JUDGED) : Optional.empty();
    }

    /// When one of the two was last asked who they are.
    private Optional<Instant> asked(Match match) {
        return Stream.of(match.one(), match.other())
                .flatMap(this::askedToTellApart)
                .filter(at -> !at.isBefore(match.foundAt()))
                .max(Instant::compareTo);
    }

    private Stream<Instant> askedToTellApart(ApplicationId id) {
        return decisions.about(Subject.of(id)).stream()
                .filter(decision -> decision.verdict() == Verdict.ASK_MORE)
                .filter(decision -> decisions
                        .words(decision)
                        .map(DecisionWords::asked)
                        .filter(asked -> asked.why() == WhyMore.TELL_APART)
                        .isPresent())
                .map(Decision::proposedAt);
    }
}
