package org.kith.server.staff;

import java.util.Set;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.staff.StaffResult.Done;
import org.kith.server.staff.StaffResult.LastManager;
import org.kith.server.staff.StaffResult.Linked;
import org.kith.server.staff.StaffResult.ManagerExists;
import org.kith.server.staff.StaffResult.NotNow;
import org.kith.server.staff.StaffResult.SecondPersonNeeded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who joins the staff, and who leaves it (§7.15). **Nobody makes a supervisor or a manager alone**, and nobody but a
/// second person lets a lost passkey be replaced.
@Service
public class Staff {
    private final Officers officers;
    private final Enrolments enrolments;
    private final PasskeyEnds passkeys;
    private final Journal journal;

    Staff(Officers officers, Enrolments enrolments, PasskeyEnds passkeys, Journal journal) {
        this.officers = officers;
        this.enrolments = enrolments;
        this.passkeys = passkeys;
        this.journal = journal;
    }

    /// Makes the first manager, for whom nobody can vouch but the operator of the machine.
    @Transactional
    public StaffResult first(String name) {
        officers.lockRegister();
        if (officers.hasManager()) return new ManagerExists();

        var id = OfficerId.random();
        officers.add(id, new Invitation(name, Set.of(Role.MANAGER), null), true, null);
        recordInvitation(Actor.house(), id, Set.of(Role.MANAGER));
        return new Linked(id, enrolments.link(id));
    }

    @Transactional
    public StaffResult invite(Invitation invitation, Officer by) {
        var actor = by.as(Role.MANAGER);

        var id = OfficerId.random();
        officers.add(id, invitation, !invitation.needsSecondPerson(), by.id());
        recordInvitation(actor, id, invitation.roles());
        return new Linked(id, enrolments.link(id));
    }

    /// Agrees, as a second person, to a supervisor, a manager, or a new passkey for someone who lost theirs.
    @Transactional
    public StaffResult confirm(OfficerId id, Officer by) {
        var actor = by.as(Role.MANAGER);
        var found = officers.lock(id);

        if (found.isEmpty() || found.get().state() == OfficerState.DISABLED) return new NotNow();
        if (by.id().equals(id)) return new SecondPersonNeeded();

        var entry = found.get();
        var asked = entry.reenrolAskedBy();
        if (asked != null) return asked.equals(by.id()) ? new SecondPersonNeeded() : reenrol(id, actor);
        if (entry.confirmed()) return new NotNow();
        if (by.id().equals(entry.invitedBy())) return new SecondPersonNeeded();

        officers.confirm(id, by.id());
        activateIfReady(entry);
        journal.record(Deed.OFFICER_CONFIRMED, actor, aboutOfficer(id));
        return new Done();
    }

    /// Agrees at the machine's console, as long as there is no second manager who could: the way to the first two.
    @Transactional
    public StaffResult confirmAtConsole(OfficerId id) {
        officers.lockRegister();
        var found = officers.lock(id);

        if (found.isEmpty() || found.get().confirmed()) return new NotNow();
        if (found.get().state() == OfficerState.DISABLED) return new NotNow();
        if (officers.activeManagers() > 1) return new SecondPersonNeeded();

        officers.confirm(id, null);
        activateIfReady(found.get());
        journal.record(Deed.OFFICER_CONFIRMED, Actor.house(), aboutOfficer(id));
        return new Done();
    }

    /// Shuts an officer out, from their next click on.
    @Transactional
    public StaffResult disable(OfficerId id, Officer by) {
        var actor = by.as(Role.MANAGER);
        officers.lockRegister();
        var found = officers.lock(id);

        if (found.isEmpty() || found.get().state() == OfficerState.DISABLED) return new NotNow();
        if (isLastManager(found.get())) return new LastManager();

        officers.move(id, OfficerState.DISABLED);
        enrolments.forget(id);
        passkeys.endAll(id);
        journal.record(Deed.OFFICER_DISABLED, actor, aboutOfficer(id));
        return new Done();
    }

    /// Asks that an officer who lost their passkey may make a new one. A second manager has to agree.
    @Transactional
    public StaffResult askReenrolment(OfficerId id, Officer by) {
        by.as(Role.MANAGER);
        var found = officers.lock(id);

        if (found.isEmpty() || found.get().state() != OfficerState.ACTIVE) return new NotNow();
        if (by.id().equals(id)) return new SecondPersonNeeded();

        officers.askReenrolment(id, by.id());
        return new Done();
    }

    private StaffResult reenrol(OfficerId id, Actor actor) {
        officers.askReenrolment(id, null);
        officers.move(id, OfficerState.INVITED);
        passkeys.endAll(id);
        journal.record(Deed.OFFICER_REENROLLED, actor, aboutOfficer(id));
        return new Linked(id, enrolments.link(id));
    }

    private void activateIfReady(OfficerEntry entry) {
        if (entry.state() == OfficerState.ENROLLED) officers.move(entry.id(), OfficerState.ACTIVE);
    }

    private boolean isLastManager(OfficerEntry entry) {
        return entry.state() == OfficerState.ACTIVE
                && entry.roles().contains(Role.MANAGER)
                && officers.activeManagers() == 1;
    }

    private void recordInvitation(Actor actor, OfficerId id, Set<Role> roles) {
        journal.record(Deed.OFFICER_INVITED, actor, aboutOfficer(id));
        for (var role : roles) journal.record(Deed.ROLE_GIVEN, actor, aboutOfficer(id), Details.of(Detail.ROLE, role));
    }

    static Case aboutOfficer(OfficerId id) {
        return new Case(CaseKind.OFFICER, id.value());
    }
}
