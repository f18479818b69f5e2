package org.kith.server.talk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.kith.pack.eligibility.GroundTrace;
import org.kith.pack.rule.Outcome;
import org.kith.pack.visit.Talk;
import org.kith.pack.visit.VisitKind;
import org.kith.pack.visit.VisitKinds;
import org.kith.server.application.Application;
import org.kith.server.application.DraftAnswers;
import org.kith.server.application.Stage;
import org.kith.server.centre.TalkWanted;
import org.kith.server.identity.Document;
import org.kith.server.identity.Documents;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;

/// Which talk an application needs, and when it can be held. **Only once a counter has confirmed who somebody is:
/// examiners know who sits before them, and nobody talks for another.**
@Component
public class TalkRules implements TalkWanted {
    private final DraftAnswers answers;
    private final Documents documents;
    private final Talks talks;
    private final Programme programme;
    private final Clock clock;

    TalkRules(DraftAnswers answers, Documents documents, Talks talks, Programme programme, Clock clock) {
        this.answers = answers;
        this.documents = documents;
        this.talks = talks;
        this.programme = programme;
        this.clock = clock;
    }

    @Override
    public boolean isWantedFor(Application application) {
        var visit = of(application);
        if (visit.isEmpty() || !canBeHeld(application)) return false;

        // Whoever was asked for more may talk whatever they sent.
        var asked = application.stage() == Stage.MORE_ASKED;
        if (!asked && hasCertificate(application, visit.get())) return false;
        return mayTalk(application, visit.get(), asked);
    }

    @Override
    public boolean isNeededFor(Application application) {
        var kinds = kinds(application);
        var open = open(application);
        return !open.isEmpty()
                && open.stream()
                        .allMatch(ground -> kinds.talkOn(ground.ground()).isPresent());
    }

    /// The talk on the first of the person's grounds that needs one, whether or not they sent a certificate.
    public Optional<VisitKind> of(Application application) {
        var kinds = kinds(application);
        return open(application).stream()
                .flatMap(ground -> kinds.talkOn(ground.ground()).stream())
                .findFirst();
    }

    /// Whether a ground has all that it needs of a talk: it needs none, one was passed, or a certificate is there.
    public boolean isSettled(Application application, String ground, List<String> papers) {
        var visit = kinds(application).talkOn(ground);
        if (visit.isEmpty()) return true;

        return talk(visit.get()).certificates().stream().anyMatch(papers::contains)
                || isPassed(application, visit.get());
    }

    /// Whether a ground's talk is booked to be marked, or its examiners differ.
    public boolean isUnderWay(Application application, String ground) {
        return kinds(application).talkOn(ground).isPresent()
                && talks.of(application).stream().anyMatch(talk -> !talk.state().isClosed());
    }

    public boolean isPassed(Application application, VisitKind visit) {
        return talks.of(application).stream()
                .anyMatch(
                        talk -> talk.state() == TalkState.PASSED && talk.visit().equals(visit.id()));
    }

    /// The day from which a talk that was not passed can be held again; empty where none was, or one was passed.
    public Optional<LocalDate> againFrom(Application application, VisitKind visit) {
        return talks.of(application).stream()
                .filter(talk -> talk.state() != TalkState.ANEW)
                .findFirst()
                .filter(talk -> talk.state() == TalkState.NOT_PASSED)
                .map(talk -> talk.day().plus(talk(visit).retake().after()));
    }

    /// How often they may talk again of their own accord, from now on.
    public long left(Application application, VisitKind visit) {
        return Math.max(0, 1 + talk(visit).retake().atLeast() - notPassed(application));
    }

    /// The papers of the catalogue that their passed talks count as.
    public List<String> passedAs(Application application) {
        return kinds(application).all().stream()
                .filter(visit -> visit.talk().isPresent() && isPassed(application, visit))
                .map(visit -> talk(visit).paper())
                .toList();
    }

    boolean isTooEarly(Application application, VisitKind visit, LocalDate day) {
        return againFrom(application, visit).filter(day::isBefore).isPresent();
    }

    static boolean canBeHeld(Application application) {
        return switch (application.stage()) {
            case IDENTITY_CONFIRMED, UNDER_REVIEW, MORE_ASKED, REFUSAL_ANNOUNCED -> true;
            default -> false;
        };
    }

    static Talk talk(VisitKind visit) {
        return visit.talk().orElseThrow();
    }

    private boolean mayTalk(Application application, VisitKind visit, boolean asked) {
        var held = talks.of(application);
        if (held.stream().anyMatch(talk -> !talk.state().isClosed() || talk.state() == TalkState.PASSED)) return false;

        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return !isTooEarly(application, visit, today) && (asked || left(application, visit) > 0);
    }

    private long notPassed(Application application) {
        return talks.of(application).stream()
                .filter(talk -> talk.state() == TalkState.NOT_PASSED)
                .count();
    }

    /// Whether something lies there that is accepted instead.
    public boolean hasCertificate(Application application, VisitKind visit) {
        return documents.of(application.id()).stream()
                .map(Document::evidence)
                .anyMatch(talk(visit).certificates()::contains);
    }

    /// The grounds that the answers meet, or leave open, as on the day of filing.
    private List<GroundTrace> open(Application application) {
        if (application.filedAt() == null) return List.of();

        var filed = LocalDate.ofInstant(Objects.requireNonNull(application.filedAt()), ZoneOffset.UTC);
        var trace = programme.version(application.pack()).eligibility().trace(answers.of(application), filed);
        var met = trace.grounds().stream()
                .filter(ground -> ground.result() == Outcome.MET)
                .toList();
        return met.isEmpty()
                ? trace.grounds().stream()
                        .filter(ground -> ground.result() == Outcome.UNKNOWN)
                        .toList()
                : met;
    }

    private VisitKinds kinds(Application application) {
        return programme.version(application.pack()).visits();
    }
}
