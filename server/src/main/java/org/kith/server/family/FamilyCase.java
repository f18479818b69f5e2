package org.kith.server.family;

import java.time.LocalDate;
import java.util.List;
import org.kith.pack.programme.Families.Relation;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.family.Children.Guardian;
import org.kith.server.family.FamilyResult.ChildAdded;
import org.kith.server.family.FamilyResult.Done;
import org.kith.server.family.FamilyResult.Full;
import org.kith.server.family.FamilyResult.InOneAlready;
import org.kith.server.family.FamilyResult.NotAChild;
import org.kith.server.family.FamilyResult.NotInProgramme;
import org.kith.server.family.Member.Kind;
import org.kith.server.programme.Programme;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Begins a family, takes children in, and lets people go.
@Service
public class FamilyCase {
    private final Families families;
    private final Children children;
    private final SharedPapers papers;
    private final OfAge ofAge;
    private final Programme programme;
    private final Vault vault;
    private final Journal journal;

    FamilyCase(
            Families families,
            Children children,
            SharedPapers papers,
            OfAge ofAge,
            Programme programme,
            Vault vault,
            Journal journal) {
        this.families = families;
        this.children = children;
        this.papers = papers;
        this.ofAge = ofAge;
        this.programme = programme;
        this.vault = vault;
        this.journal = journal;
    }

    /// Begins a family with one adult.
    ///
    /// @param called as the others may call them
    @Transactional
    public FamilyResult start(PersonId person, String called) {
        if (rules().with().isEmpty()) return new NotInProgramme();
        if (families.of(person).isPresent()) return new InOneAlready();

        var family = families.start();
        families.join(family.id(), person, Kind.ADULT, called, null);
        journal.record(
                Deed.FAMILY_STARTED, Actor.of(person), person, family.id().asCase());
        return new Done();
    }

    /// A child becomes a person with a key of their own, for whom the guardian acts.
    @Transactional
    public FamilyResult addChild(PersonId guardian, String called, LocalDate born) {
        var own = families.member(guardian).filter(member -> !member.isChild());
        if (own.isEmpty() || !mayTakeInChildren()) return new NotInProgramme();
        if (born.isAfter(ofAge.today()) || ofAge.isOfAge(born)) return new NotAChild();
        var family = own.get().family();
        if (families.lockAndCount(family) >= rules().most()) return new Full();

        var child = vault.enrol(CountryCode.UNKNOWN);
        families.join(family, child, Kind.CHILD, called, Relation.CHILD);
        children.add(child, born, ofAge.years());
        children.addGuardian(child, guardian, true);
        journal.record(Deed.CHILD_ADDED, Actor.of(guardian), child, family.asCase());
        journal.record(
                Deed.GUARDIAN_ADDED,
                Actor.of(guardian),
                guardian,
                family.asCase(),
                Details.of(Detail.PERSON, child.value()));
        return new ChildAdded(child);
    }

    /// Takes a person out, with the children they act for. What they shared serves the others no longer, nor what was
    /// shared with them; what is decided stands. Their own application goes on as it is.
    @Transactional
    public void leave(PersonId person) {
        var own = families.member(person);
        if (own.isEmpty()) return;

        var going = children.ofGuardian(person).stream()
                .filter(Guardian::acts)
                .flatMap(each -> families.member(each.child()).stream())
                .toList();
        papers.endBetween(own.get(), going, Actor.of(person));
        families.leave(own.get());
        if (!going.isEmpty()) again(own.get(), going);
        journal.record(
                Deed.FAMILY_LEFT, Actor.of(person), person, own.get().family().asCase());
    }

    /// Whoever acts for children goes on with them, as a family of their own.
    private void again(Member adult, List<Member> going) {
        going.forEach(families::leave);
        var family = families.start();
        families.join(family.id(), adult.person(), Kind.ADULT, adult.called(), null);
        for (var child : going) {
            families.join(family.id(), child.person(), Kind.CHILD, child.called(), child.relation());
        }
    }

    public boolean mayTakeInChildren() {
        var own = programme.current().programme();
        return own.guardians().isPresent() && rules().with().contains(Relation.CHILD);
    }

    /// What adults may be to the one who asks them, by the programme.
    public List<Relation> relations() {
        return List.of(Relation.values()).stream()
                .filter(rules().with()::contains)
                .toList();
    }

    private org.kith.pack.programme.Families rules() {
        return programme.current().programme().families();
    }

    static Case accountOf(PersonId person) {
        return new Case(CaseKind.ACCOUNT, person.value());
    }
}
