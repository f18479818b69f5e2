package org.kith.server.family;

import java.time.Clock;
import java.util.Optional;
import org.kith.server.account.Accounts;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.family.AnswerResult.Accepted;
import org.kith.server.family.AnswerResult.Declined;
import org.kith.server.family.AnswerResult.ForAnother;
import org.kith.server.family.AnswerResult.Full;
import org.kith.server.family.AnswerResult.InOneAlready;
import org.kith.server.family.AnswerResult.Open;
import org.kith.server.family.AnswerResult.Over;
import org.kith.server.family.Invitation.State;
import org.kith.server.family.Member.Kind;
import org.kith.server.programme.Programme;
import org.kith.server.vault.Lookups;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Where the one who was asked answers, signed in with an account of their own. **An invitation is for whoever reads
/// the address it went to**: passed on, it shows nothing.
@Service
public class AnsweringInvitations {
    private final FamilyInvitations invitations;
    private final Inviting inviting;
    private final Families families;
    private final Children children;
    private final Helpers helpers;
    private final Programme programme;
    private final Accounts accounts;
    private final Lookups lookups;
    private final Journal journal;
    private final Clock clock;

    AnsweringInvitations(
            FamilyInvitations invitations,
            Inviting inviting,
            Families families,
            Children children,
            Helpers helpers,
            Programme programme,
            Accounts accounts,
            Lookups lookups,
            Journal journal,
            Clock clock) {
        this.invitations = invitations;
        this.inviting = inviting;
        this.families = families;
        this.children = children;
        this.helpers = helpers;
        this.programme = programme;
        this.accounts = accounts;
        this.lookups = lookups;
        this.journal = journal;
        this.clock = clock;
    }

    @Transactional
    public AnswerResult look(Invitation.Id id, PersonId person) {
        return checked(invitations.find(id), person);
    }

    /// Takes the answer yes.
    ///
    /// @param called as the family may call them; not used where there is no family to join
    @Transactional
    public AnswerResult accept(Invitation.Id id, PersonId person, String called) {
        var checked = checked(invitations.lock(id), person);
        if (!(checked instanceof Open(var invitation))) return checked;

        var obstacle = take(invitation, person, called);
        if (obstacle.isPresent()) return obstacle.get();
        invitations.settle(id, State.ACCEPTED);
        inviting.record(Deed.INVITATION_ACCEPTED, person, person, invitation);
        return new Accepted(invitation);
    }

    @Transactional
    public AnswerResult decline(Invitation.Id id, PersonId person) {
        var checked = checked(invitations.lock(id), person);
        if (!(checked instanceof Open(var invitation))) return checked;

        invitations.settle(id, State.DECLINED);
        inviting.record(Deed.INVITATION_DECLINED, person, person, invitation);
        return new Declined();
    }

    private AnswerResult checked(Optional<Invitation> found, PersonId person) {
        if (found.isEmpty() || !found.get().isOpen(clock.instant())) return new Over();
        var invitation = found.get();
        if (!isFor(invitation, person)) {
            inviting.record(Deed.INVITATION_REFUSED, person, person, invitation);
            return new ForAnother();
        }
        return new Open(invitation);
    }

    private boolean isFor(Invitation invitation, PersonId person) {
        return accounts.emails(person).stream()
                .anyMatch(address -> invitations.isFor(invitation.id(), lookups.ofEmail(address)));
    }

    /// What stands in the way, or nothing once it is done.
    private Optional<AnswerResult> take(Invitation invitation, PersonId person, String called) {
        switch (invitation.kind()) {
            case MEMBER -> {
                return join(invitation, person, called);
            }
            case GUARDIAN -> {
                var child = java.util.Objects.requireNonNull(invitation.child());
                if (children.find(child).isEmpty()) return Optional.of(new Over());
                children.addGuardian(child, person, false);
                journal.record(Deed.GUARDIAN_ADDED, Actor.of(person), child, FamilyCase.accountOf(child));
            }
            case HELPER -> helpers.add(invitation, person);
        }
        return Optional.empty();
    }

    private Optional<AnswerResult> join(Invitation invitation, PersonId person, String called) {
        var family = java.util.Objects.requireNonNull(invitation.family());
        if (families.of(person).isPresent()) return Optional.of(new InOneAlready());
        var most = programme.current().programme().families().most();
        if (families.lockAndCount(family) >= most) return Optional.of(new Full());
        var relation = invitation.words().relation();
        if (!families.join(family, person, Kind.ADULT, called, relation)) return Optional.of(new InOneAlready());

        journal.record(Deed.FAMILY_JOINED, Actor.of(person), person, family.asCase());
        return Optional.empty();
    }
}
