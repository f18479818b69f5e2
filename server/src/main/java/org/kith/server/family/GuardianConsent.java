package org.kith.server.family;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.pack.programme.Guardians;
import org.kith.pack.programme.Guardians.CustodyException;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Code;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.family.Children.Child;
import org.kith.server.family.Consent.Exempt;
import org.kith.server.family.Consent.Voice;
import org.kith.server.programme.Programme;
import org.kith.server.vault.PersonId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes each guardian's word apart. None of them sees another's reasons, and each may change their mind until the
/// child's application is decided.
@Service
public class GuardianConsent {
    private final GuardianWords words;
    private final Children children;
    private final Guardianship guardianship;
    private final OfAge ofAge;
    private final Programme programme;
    private final Journal journal;

    GuardianConsent(
            GuardianWords words,
            Children children,
            Guardianship guardianship,
            OfAge ofAge,
            Programme programme,
            Journal journal) {
        this.words = words;
        this.children = children;
        this.guardianship = guardianship;
        this.ofAge = ofAge;
        this.programme = programme;
        this.journal = journal;
    }

    /// False where this is no guardian, or the child has come of age.
    @Transactional
    public boolean say(PersonId guardian, PersonId child, boolean yes, Locale language) {
        if (!hasAWord(guardian, child)) return false;

        words.say(child, guardian, yes, language);
        journal.record(
                yes ? Deed.GUARDIAN_SAID_YES : Deed.GUARDIAN_SAID_NO,
                Actor.of(guardian),
                child,
                FamilyCase.accountOf(child));
        return true;
    }

    /// Says why there is no other guardian to ask. What shows it is a paper of the catalogue; an officer judges it.
    @Transactional
    public boolean claim(PersonId guardian, PersonId child, String exception) {
        var acts = hasAWord(guardian, child)
                && children.guardians(child).stream()
                        .anyMatch(each -> each.acts() && each.person().equals(guardian));
        if (!acts || exceptions().stream().noneMatch(each -> each.id().equals(exception))) return false;

        words.claim(child, guardian, exception);
        journal.record(
                Deed.CUSTODY_EXCEPTION_CLAIMED,
                Actor.of(guardian),
                child,
                FamilyCase.accountOf(child),
                Details.of(Detail.REASON, new Code(exception)));
        return true;
    }

    /// An officer found that the paper shows it, or that it does not.
    @Transactional
    public boolean judge(PersonId child, boolean shown, Actor.Officer officer) {
        if (!words.judge(child, shown, officer.id())) return false;

        journal.record(
                Deed.CUSTODY_EXCEPTION_JUDGED,
                officer,
                child,
                FamilyCase.accountOf(child),
                Details.of(Detail.RESULT, shown));
        return true;
    }

    /// How a child's guardians stand; empty for whoever is none.
    public Optional<Consent> of(PersonId child) {
        if (!guardianship.isUnderAge(child)) return Optional.empty();

        var said = words.of(child);
        var voices = children.guardians(child).stream()
                .map(each -> {
                    var word = said.get(each.person());
                    return new Voice(
                            each.person(),
                            each.acts(),
                            word == null ? null : word.yes(),
                            word == null ? null : word.at());
                })
                .toList();
        return Optional.of(new Consent(asksAll(), voices, exception(child)));
    }

    /// Why somebody may not be given a card yet.
    public enum Obstacle {
        /// Their guardians have not all consented.
        GUARDIANS,
        /// They came of age, and have not taken over what a guardian began.
        OWN_CHOICE,
        /// They are old enough to be asked themselves, and have not said yes at a counter.
        OWN_WORD
    }

    public Optional<Obstacle> obstacle(PersonId person) {
        var child = children.find(person);
        if (child.isEmpty()) return Optional.empty();
        var standing = of(person);
        if (standing.isEmpty()) return Optional.of(Obstacle.OWN_CHOICE);
        if (!standing.get().isEnough()) return Optional.of(Obstacle.GUARDIANS);

        var saidYes = Boolean.TRUE.equals(child.get().ownWord());
        return isAskedToo(child.get()) && !saidYes ? Optional.of(Obstacle.OWN_WORD) : Optional.empty();
    }

    /// What a child said at a counter, to an officer and without a guardian's screen between them; false where the
    /// programme does not ask a child of that age.
    @Transactional
    public boolean ownWord(PersonId person, boolean yes, Actor.Officer registrar) {
        var child = children.find(person).filter(each -> guardianship.isUnderAge(person) && isAskedToo(each));
        if (child.isEmpty() || !children.ownWord(person, yes, registrar.id())) return false;

        journal.record(yes ? Deed.CHILD_SAID_YES : Deed.CHILD_SAID_NO, registrar, person, FamilyCase.accountOf(person));
        return true;
    }

    private boolean isAskedToo(Child child) {
        return rules().flatMap(Guardians::ownWordFrom)
                .filter(age -> !ofAge.today().isBefore(child.born().plusYears(age)))
                .isPresent();
    }

    public boolean hasAWord(PersonId guardian, PersonId child) {
        return guardianship.isUnderAge(child)
                && children.guardians(child).stream()
                        .anyMatch(each -> each.person().equals(guardian));
    }

    /// When the programme does not ask another guardian.
    public List<CustodyException> exceptions() {
        return rules().map(Guardians::exceptions).orElse(List.of());
    }

    private Optional<Exempt> exception(PersonId child) {
        return words.exception(child)
                .flatMap(claimed -> exceptions().stream()
                        .filter(each -> each.id().equals(claimed.id()))
                        .findFirst()
                        .map(each -> new Exempt(each.id(), each.titleKey(), each.anyOf(), claimed.shown())));
    }

    private boolean asksAll() {
        return rules().map(Guardians::consent)
                .filter(Guardians.Consent.ALL::equals)
                .isPresent();
    }

    private Optional<Guardians> rules() {
        return programme.current().programme().guardians();
    }
}
