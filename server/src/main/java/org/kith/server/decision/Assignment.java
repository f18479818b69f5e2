package org.kith.server.decision;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Move.Moved;
import org.kith.server.application.Party;
import org.kith.server.application.Stage;
import org.kith.server.application.Step;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.decision.AssignmentResult.Barred;
import org.kith.server.decision.AssignmentResult.Done;
import org.kith.server.decision.AssignmentResult.GivenOut;
import org.kith.server.decision.AssignmentResult.HeldByAnother;
import org.kith.server.decision.AssignmentResult.NotWaiting;
import org.kith.server.decision.Casework.Held;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.kith.server.staff.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Puts cases into officers' hands, and takes them out again. **A case is in one pair of hands at most**: whoever moves
/// it holds the application, and looks again at how it lies before they do.
@Service
public class Assignment {
    private final Applications applications;
    private final Casework casework;
    private final Absences absences;
    private final Conflicts conflicts;
    private final Impartiality impartiality;
    private final Officers officers;
    private final CaseworkRules rules;
    private final Journal journal;
    private final Clock clock;

    Assignment(
            Applications applications,
            Casework casework,
            Absences absences,
            Conflicts conflicts,
            Impartiality impartiality,
            Officers officers,
            CaseworkRules rules,
            Journal journal,
            Clock clock) {
        this.applications = applications;
        this.casework = casework;
        this.absences = absences;
        this.conflicts = conflicts;
        this.impartiality = impartiality;
        this.officers = officers;
        this.rules = rules;
        this.journal = journal;
        this.clock = clock;
    }

    /// Takes up a case that waits.
    @Transactional
    public AssignmentResult takeUp(ApplicationId id, Officer officer) {
        var application = applications.lockIfThere(id);
        if (application.isEmpty() || !isFree(application.get())) return new NotWaiting();
        if (isBarred(application.get(), officer)) return new Barred();
        if (rules.atRandom()) return new GivenOut();

        take(application.get(), officer.id());
        journal.record(
                Deed.CASE_ASSIGNED,
                officer.as(Role.CASEWORKER),
                application.get().person(),
                id.asCase());
        return new Done();
    }

    /// Gives a case back, for anybody to take up: its holder does, or a supervisor for them.
    @Transactional
    public AssignmentResult release(ApplicationId id, ReleaseReason why, Officer officer) {
        var application = applications.lockIfThere(id);
        var holder = casework.holder(id);
        if (application.isEmpty() || holder.isEmpty()) return new NotWaiting();
        if (application.get().stage().isClosed()) return new NotWaiting();
        var own = holder.get().equals(officer.id());
        if (!own && !officer.is(Role.SUPERVISOR)) return new HeldByAnother();

        casework.release(id, holder.get());
        record(
                Deed.CASE_RELEASED,
                officer.as(own ? Role.CASEWORKER : Role.SUPERVISOR),
                application.get(),
                details(why, holder.get()));
        return new Done();
    }

    /// Takes over a case whose officer is away, no longer works here, or has not touched it for long.
    @Transactional
    public AssignmentResult takeOver(ApplicationId id, Officer officer) {
        var application = applications.lockIfThere(id);
        var held = casework.of(id).filter(each -> each.holder() != null);
        if (application.isEmpty() || held.isEmpty()) return new NotWaiting();
        if (application.get().stage().isClosed()) return new NotWaiting();
        if (!isLeft(held.get())) return new HeldByAnother();
        if (isBarred(application.get(), officer)) return new Barred();
        if (rules.atRandom()) return new GivenOut();

        var before = Objects.requireNonNull(held.get().holder());
        casework.take(id, officer.id());
        record(
                Deed.CASE_TAKEN_OVER,
                officer.as(Role.CASEWORKER),
                application.get(),
                Details.of(Detail.OFFICER, before.value()));
        return new Done();
    }

    /// Puts a case into an officer's hands, whoever held it before.
    @Transactional
    public AssignmentResult give(ApplicationId id, OfficerId to, GivenReason why, Officer supervisor) {
        var application = applications.lockIfThere(id);
        var receiver = officers.active(to).filter(each -> each.is(Role.CASEWORKER));
        if (application.isEmpty() || receiver.isEmpty()) return new NotWaiting();
        if (!isFree(application.get()) && casework.holder(id).isEmpty()) return new NotWaiting();
        if (application.get().stage().isClosed()) return new NotWaiting();
        if (isBarred(application.get(), receiver.get())) return new Barred();

        take(application.get(), to);
        record(Deed.CASE_GIVEN, supervisor.as(Role.SUPERVISOR), application.get(), details(why, to));
        return new Done();
    }

    /// Whether others may take it over.
    public boolean isLeft(Held held) {
        var holder = held.holder();
        if (holder == null) return false;

        var touched = held.touched();
        var since = clock.instant().minus(Duration.ofDays(rules.idleDays()));
        return absences.isAway(holder) || (held.isForOffice() && touched != null && touched.isBefore(since));
    }

    /// Held by nobody, and for an officer to go on with.
    boolean isFree(Application application) {
        return switch (application.stage()) {
            case IDENTITY_CONFIRMED -> true;
            case UNDER_REVIEW -> casework.holder(application.id()).isEmpty();
            default -> false;
        };
    }

    void take(Application free, OfficerId officer) {
        if (free.stage() == Stage.IDENTITY_CONFIRMED
                && !(applications.take(free, Step.TAKE_UP, Party.CASEWORKER) instanceof Moved))
            throw new IllegalStateException("cannot be taken up from " + free.stage());
        casework.take(free.id(), officer);
    }

    /// Who has an interest in the person, had a hand in what is to be decided anew, or confirmed the identity; nor has
    /// anyone of the same centre a part in it.
    boolean isBarred(Application application, Officer officer) {
        if (conflicts.stands(application.person(), officer.id())) return true;
        if (!impartiality.mayDecide(application, officer.id())) return true;

        var held = casework.of(application.id());
        return held.isPresent()
                && (officer.id().equals(held.get().registrar())
                        || (officer.unit() != null
                                && officer.unit().equals(held.get().unit())));
    }

    private static Details details(Enum<?> why, OfficerId officer) {
        return Details.of(Detail.REASON, why).and(Detail.OFFICER, officer.value());
    }

    private void record(Deed deed, Actor.Officer actor, Application application, Details details) {
        journal.record(deed, actor, application.person(), application.id().asCase(), details);
    }
}
