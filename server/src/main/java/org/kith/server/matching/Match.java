package org.kith.server.matching;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.ApplicationId;

/// Two applications of different accounts that have something in common. It says nothing of anybody: a person judges.
///
/// @param standing the newest judgement; none while nobody has judged it, or since more was found
public record Match(
        MatchId id,
        ApplicationId one,
        ApplicationId other,
        Set<MatchKind> kinds,
        Instant foundAt,
        @Nullable MatchJudgement standing) {
    public Match {
        kinds = Set.copyOf(kinds);
    }

    public boolean isOpen() {
        return standing == null;
    }

    public boolean is(MatchVerdict verdict) {
        return standing != null && standing.verdict() == verdict;
    }

    /// The other one, seen from one of the two; nothing seen from anywhere else.
    public Optional<ApplicationId> besides(ApplicationId own) {
        if (own.equals(one)) return Optional.of(other);
        return own.equals(other) ? Optional.of(one) : Optional.empty();
    }
}
