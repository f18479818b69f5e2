package org.kith.server.matching;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.audit.LookPurpose;
import org.kith.server.identity.IdentityCheck;
import org.kith.server.identity.IdentityChecks;
import org.kith.server.identity.Photos;
import org.kith.server.matching.JudgingResult.Judged;
import org.kith.server.matching.JudgingResult.JudgedMeanwhile;
import org.kith.server.matching.JudgingResult.NothingToJudge;
import org.kith.server.matching.JudgingResult.SecondOfficerNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where an officer lays two applications side by side, and says whether they are one person's.
@Service
public class Judging {
    private final Applications applications;
    private final Matches matches;
    private final IdentityChecks checks;
    private final Photos photos;
    private final Journal journal;
    private final Clock clock;

    Judging(
            Applications applications,
            Matches matches,
            IdentityChecks checks,
            Photos photos,
            Journal journal,
            Clock clock) {
        this.applications = applications;
        this.matches = matches;
        this.checks = checks;
        this.photos = photos;
        this.journal = journal;
        this.clock = clock;
    }

    /// Opens the other person's data, which they learn of once it is judged whether they are the one.
    @Transactional
    public void open(Match match, Application other, Actor.Officer officer) {
        look(Deed.COMPARED, match, other, officer);
    }

    /// The other person's photo, opened likewise.
    @Transactional
    public Optional<byte[]> photo(Match match, Application other, Actor.Officer officer) {
        look(Deed.PHOTO_SEEN, match, other, officer);
        return photos.confirmed(other);
    }

    /// Judges a match in one of its two cases.
    ///
    /// @param seen   the judgement that stood when the officer looked; none if there was none
    /// @param reason in words, for the officers who decide after this one
    @Transactional
    public JudgingResult judge(
            MatchId id,
            ApplicationId in,
            @Nullable UUID seen,
            MatchVerdict verdict,
            String reason,
            Actor.Officer officer) {
        var own = applications.lock(in);
        var found = matches.lock(id);
        var other = found.flatMap(match -> match.besides(in)).flatMap(applications::find);
        if (found.isEmpty() || other.isEmpty() || !isJudged(own)) return new NothingToJudge();
        var match = found.get();
        var standing = match.standing() == null ? null : match.standing().id();
        if (!Objects.equals(standing, seen)) return new JudgedMeanwhile();
        if (confirmed(own, officer) || confirmed(other.get(), officer)) return new SecondOfficerNeeded();

        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var judgement = new MatchJudgement(UUID.randomUUID(), in, officer.id(), verdict, now);
        matches.add(match, own, judgement, reason);
        for (var each : List.of(own, other.get())) record(judgement, match, each, officer);
        return new Judged(judgement);
    }

    /// Whether anything is still judged in a case.
    public static boolean isJudged(Application application) {
        return application.stage() != Stage.DRAFT && !application.stage().isClosed();
    }

    private boolean confirmed(Application application, Actor.Officer officer) {
        return checks.lastOf(application)
                .filter(IdentityCheck::confirmed)
                .filter(check -> check.officer().equals(officer.id()))
                .isPresent();
    }

    private void record(MatchJudgement judgement, Match match, Application about, Actor.Officer officer) {
        var deed = judgement.verdict() == MatchVerdict.CANNOT_TELL ? Deed.DUPLICATE_LEFT_OPEN : Deed.DUPLICATE_JUDGED;
        journal.record(
                deed,
                officer,
                about.person(),
                match.id().asCase(),
                Details.of(Detail.RESULT, judgement.verdict())
                        .and(Detail.APPLICATION, about.id().value()));
    }

    private void look(Deed deed, Match match, Application other, Actor.Officer officer) {
        journal.look(
                deed, officer, other.person(), match.id().asCase(), LookPurpose.DUPLICATE_CHECK, Journal.LONGEST_DELAY);
    }
}
