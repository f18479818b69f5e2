package org.kith.server.decision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.kith.pack.programme.TwoPersonDeed;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.decision.Judged.Held;
import org.kith.server.decision.Stop.State;
import org.kith.server.decision.StopResult.Done;
import org.kith.server.decision.StopResult.HiddenTooLong;
import org.kith.server.decision.StopResult.NotNow;
import org.kith.server.decision.StopResult.Proposed;
import org.kith.server.decision.StopResult.SameOfficer;
import org.kith.server.decision.StopResult.SupervisorNeeded;
import org.kith.server.notify.Outbox;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Stops a case because a court ordered it, and lets it go on. While it stands nothing is decided in it, and no time
/// runs
/// out on its person. They are told, unless the order forbids it for as long as the programme allows.
@Service
public class Stopping {
    private static final int AT_ONCE = 50;

    private final Stops stops;
    private final StoppedClocks clocks;
    private final Applications applications;
    private final List<Judged> judged;
    private final Programme programme;
    private final Outbox outbox;
    private final Journal journal;
    private final Clock clock;

    Stopping(
            Stops stops,
            StoppedClocks clocks,
            Applications applications,
            List<Judged> judged,
            Programme programme,
            Outbox outbox,
            Journal journal,
            Clock clock) {
        this.stops = stops;
        this.clocks = clocks;
        this.applications = applications;
        this.judged = judged;
        this.programme = programme;
        this.outbox = outbox;
        this.journal = journal;
        this.clock = clock;
    }

    /// Stops a case, or proposes it where two sign.
    ///
    /// @param hiddenDays for which the order forbids to tell the person; 0 where it does not
    @Transactional
    public StopResult put(Subject subject, Stop.Words words, int hiddenDays, Officer officer) {
        var held = held(subject);
        if (held.isEmpty() || stops.open(subject).isPresent()) return new NotNow();
        var pack = programme.version(held.get().pack()).programme();
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var visible = now.plusDays(hiddenDays);
        if (hiddenDays > 0 && visible.isAfter(now.plus(pack.measures().hiddenAtMost()))) return new HiddenTooLong();
        var two = pack.twoPeople().contains(TwoPersonDeed.STOP);
        if (!two && !officer.is(Role.SUPERVISOR)) return new SupervisorNeeded();

        var stop = stops.add(subject, held.get().person(), words, officer.id(), visible.toInstant());
        if (!two) return stand(stop, words, officer);
        record(Deed.STOP_PROPOSED, officer, stop);
        return new Proposed(stop);
    }

    @Transactional
    public StopResult lift(Stop.Id id, String why, Officer officer) {
        var found = stops.lock(id).filter(stop -> stop.state() == State.STANDS);
        if (found.isEmpty()) return new NotNow();
        var stop = found.get();
        var two = needsSecond(stop);
        if (!two && !officer.is(Role.SUPERVISOR)) return new SupervisorNeeded();

        var words = stops.words(stop).orElseThrow().liftedFor(why);
        if (!two) return lifted(stop, words, officer);
        var proposed = stops.move(stop, State.LIFT_PROPOSED, officer.id(), null, words);
        record(Deed.STOP_LIFT_PROPOSED, officer, proposed);
        return new Proposed(proposed);
    }

    /// Signs what waits, as a second officer, who is a supervisor.
    @Transactional
    public StopResult sign(Stop.Id id, Officer officer) {
        var found = stops.lock(id).filter(stop -> stop.state().waits());
        if (found.isEmpty()) return new NotNow();
        var stop = found.get();
        if (stop.first().equals(officer.id())) return new SameOfficer();
        if (!officer.is(Role.SUPERVISOR)) return new SupervisorNeeded();

        var words = stops.words(stop).orElseThrow();
        return stop.state() == State.PROPOSED ? stand(stop, words, officer) : lifted(stop, words, officer);
    }

    /// What was proposed does not happen.
    @Transactional
    public StopResult giveBack(Stop.Id id, Officer officer) {
        var found = stops.lock(id).filter(stop -> stop.state().waits());
        if (found.isEmpty()) return new NotNow();
        var stop = found.get();
        if (stop.first().equals(officer.id())) return new SameOfficer();

        var words = stops.words(stop).orElseThrow();
        var back = stop.state() == State.PROPOSED ? State.RETURNED : State.STANDS;
        var returned = stops.move(stop, back, stop.first(), officer.id(), words.liftedFor(""));
        record(Deed.STOP_RETURNED, officer, returned);
        return new Done(returned);
    }

    @Scheduled(initialDelay = 4, fixedDelay = 15, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void tellThoseWhoMayKnow() {
        stops.untold(AT_ONCE)
                .forEach(stop -> outbox.tell(stop.person(), stop.id().value()));
    }

    private StopResult stand(Stop stop, Stop.Words words, Officer officer) {
        var standing = stops.move(stop, State.STANDS, stop.first(), other(stop, officer), words);
        record(Deed.CASE_STOPPED, officer, standing);
        tellThoseWhoMayKnow();
        return new Done(standing);
    }

    private StopResult lifted(Stop stop, Stop.Words words, Officer officer) {
        var first = stop.state() == State.LIFT_PROPOSED ? stop.first() : officer.id();
        var second = first.equals(officer.id()) ? null : officer.id();
        var gone = stops.move(stop, State.LIFTED, first, second, words);
        clocks.goOn(stop.subject(), Objects.requireNonNull(stop.standsSince()));
        record(Deed.STOP_LIFTED, officer, gone);
        return new Done(gone);
    }

    private static org.kith.server.staff.@org.jspecify.annotations.Nullable OfficerId other(
            Stop stop, Officer officer) {
        return stop.first().equals(officer.id()) ? null : officer.id();
    }

    private Optional<Held> held(Subject subject) {
        return switch (subject.kind()) {
            case APPLICATION ->
                applications
                        .find(new ApplicationId(subject.id()))
                        .filter(application -> application.stage() != Stage.DRAFT
                                && !application.stage().isClosed())
                        .map(application -> applications.lock(application.id()))
                        .map(application -> new Held(application.person(), application.pack(), List.of()));
            case CARD ->
                judged.stream()
                        .filter(register -> register.kind() == subject.kind())
                        .findFirst()
                        .flatMap(register -> register.lock(subject))
                        .filter(held -> !held.possible().isEmpty());
        };
    }

    private boolean needsSecond(Stop stop) {
        var pack = switch (stop.subject().kind()) {
            case APPLICATION ->
                applications
                        .find(new ApplicationId(stop.subject().id()))
                        .orElseThrow()
                        .pack();
            case CARD ->
                judged.stream()
                        .flatMap(register -> register.lock(stop.subject()).stream())
                        .findFirst()
                        .orElseThrow()
                        .pack();
        };
        return programme.version(pack).programme().twoPeople().contains(TwoPersonDeed.STOP);
    }

    /// Its person sees the entry when they may know of the stop.
    private void record(Deed deed, Officer officer, Stop stop) {
        var role = officer.is(Role.SUPERVISOR) ? Role.SUPERVISOR : Role.CASEWORKER;
        journal.record(
                deed,
                officer.as(role),
                stop.person(),
                DecisionJournal.caseOf(stop.subject()),
                Details.none(),
                until(stop.visibleFrom()));
    }

    private Duration until(Instant visible) {
        var left = Duration.between(clock.instant(), visible);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
