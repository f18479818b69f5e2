package org.kith.server.family;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.Families.Relation;
import org.kith.server.account.Accounts;
import org.kith.server.account.EmailAddress;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.family.Invitation.Kind;
import org.kith.server.family.Invitation.Scope;
import org.kith.server.family.Invitation.State;
import org.kith.server.family.Invitation.Words;
import org.kith.server.family.InviteResult.Full;
import org.kith.server.family.InviteResult.NotAnAddress;
import org.kith.server.family.InviteResult.NotYours;
import org.kith.server.family.InviteResult.OwnAddress;
import org.kith.server.family.InviteResult.Sent;
import org.kith.server.family.InviteResult.TooMany;
import org.kith.server.notify.Letter;
import org.kith.server.notify.Outbox;
import org.kith.server.programme.Programme;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.LinkSecret;
import org.kith.server.vault.Lookups;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Asks people by mail. Whether an address has an account makes no difference, and nobody learns of it.
@Service
public class Inviting {
    static final Duration VALID = Duration.ofDays(14);
    private static final int MOST_A_DAY = 10;

    private final FamilyInvitations invitations;
    private final Families families;
    private final Children children;
    private final Programme programme;
    private final Accounts accounts;
    private final Lookups lookups;
    private final Outbox outbox;
    private final BaseUrl base;
    private final Journal journal;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Inviting(
            FamilyInvitations invitations,
            Families families,
            Children children,
            Programme programme,
            Accounts accounts,
            Lookups lookups,
            Outbox outbox,
            BaseUrl base,
            Journal journal,
            Clock clock) {
        this.invitations = invitations;
        this.families = families;
        this.children = children;
        this.programme = programme;
        this.accounts = accounts;
        this.lookups = lookups;
        this.outbox = outbox;
        this.base = base;
        this.journal = journal;
        this.clock = clock;
    }

    /// Asks an adult to apply with the family, with an account and answers of their own.
    @Transactional
    public InviteResult member(PersonId inviter, String called, String address, Relation relation, Locale language) {
        var own = families.member(inviter).filter(member -> !member.isChild());
        var rules = programme.current().programme().families();
        if (own.isEmpty() || !rules.with().contains(relation)) return new NotYours();
        if (families.lockAndCount(own.get().family()) >= rules.most()) return new Full();

        var words = new Words(called, address, own.get().called(), relation, Scope.NOTHING);
        return send(Kind.MEMBER, inviter, own.get().family(), null, words, language);
    }

    /// Asks another guardian for their own word. They see what they are asked, and no answers.
    @Transactional
    public InviteResult guardian(PersonId inviter, PersonId child, String called, String address, Locale language) {
        var own = families.member(inviter);
        var acts = children.guardians(child).stream()
                .anyMatch(each -> each.acts() && each.person().equals(inviter));
        if (own.isEmpty() || !acts) return new NotYours();

        var words = new Words(called, address, own.get().called(), null, Scope.NOTHING);
        return send(Kind.GUARDIAN, inviter, null, child, words, language);
    }

    /// Asks somebody to read along.
    ///
    /// @param by as the one they help wants to be called
    @Transactional
    public InviteResult helper(
            PersonId inviter, String called, String address, String by, Scope scope, Locale language) {
        if (scope.isEmpty()) return new NotYours();

        return send(Kind.HELPER, inviter, null, null, new Words(called, address, by, null, scope), language);
    }

    /// Those that wait for an answer.
    public List<Invitation> open(PersonId inviter) {
        return invitations.openOf(inviter);
    }

    @Transactional
    public void takeBack(PersonId inviter, Invitation.Id id) {
        var found = invitations.lock(id).filter(each -> each.inviter().equals(inviter) && each.isOpen(clock.instant()));
        if (found.isEmpty()) return;

        invitations.settle(id, State.TAKEN_BACK);
        record(Deed.INVITATION_TAKEN_BACK, inviter, inviter, found.get());
    }

    /// Which invitation a link leads to, if it still waits.
    public Optional<Invitation.Id> follow(String link) {
        return invitations
                .byLink(link)
                .filter(each -> each.isOpen(clock.instant()))
                .map(Invitation::id);
    }

    private InviteResult send(
            Kind kind,
            PersonId inviter,
            @Nullable FamilyId family,
            @Nullable PersonId child,
            Words words,
            Locale language) {
        var address = EmailAddress.of(words.address());
        if (address.isEmpty()) return new NotAnAddress();
        if (accounts.emails(inviter).stream().anyMatch(own -> same(own, address.get()))) return new OwnAddress();
        var now = clock.instant();
        if (invitations.sentSince(inviter, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) return new TooMany();

        var id = new Invitation.Id(UUID.randomUUID());
        var until = now.plus(VALID);
        var invitation = new Invitation(id, kind, inviter, family, child, words, State.SENT, until);
        var link = LinkSecret.fresh(random);
        invitations.add(invitation, link, lookups.ofEmail(address.get().value()));
        outbox.send(Letter.FAMILY, address.get().value(), language, base.link("/family/invited/" + link.text()), until);
        record(Deed.FAMILY_INVITED, inviter, inviter, invitation);
        return new Sent();
    }

    void record(Deed deed, PersonId by, PersonId about, Invitation invitation) {
        journal.record(
                deed,
                Actor.of(by),
                about,
                FamilyCase.accountOf(invitation.inviter()),
                Details.of(Detail.KIND, invitation.kind()));
    }

    private boolean same(String one, EmailAddress other) {
        return java.util.Arrays.equals(lookups.ofEmail(one), lookups.ofEmail(other.value()));
    }
}
