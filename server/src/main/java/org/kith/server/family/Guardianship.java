package org.kith.server.family;

import java.util.Locale;
import java.util.Optional;
import org.kith.server.account.Accounts;
import org.kith.server.account.ActsFor;
import org.kith.server.family.Children.Guardian;
import org.kith.server.notify.AddressBook;
import org.kith.server.notify.Contact;
import org.kith.server.vault.PersonId;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/// Lets a guardian act for a child until the child is of age, by the clock and not by a job. What is written to the
/// child reaches the guardian just as long.
@Component
@Primary
public class Guardianship implements ActsFor, AddressBook {
    private final Children children;
    private final Families families;
    private final Accounts accounts;
    private final OfAge ofAge;

    Guardianship(Children children, Families families, Accounts accounts, OfAge ofAge) {
        this.children = children;
        this.families = families;
        this.accounts = accounts;
        this.ofAge = ofAge;
    }

    @Override
    public Optional<String> called(PersonId guardian, PersonId child) {
        if (!isUnderAge(child)) return Optional.empty();

        return children.guardians(child).stream()
                .filter(each -> each.acts() && each.person().equals(guardian))
                .findFirst()
                .flatMap(_ -> families.member(child))
                .map(Member::called);
    }

    /// Whether somebody is a child here, and not yet of age.
    public boolean isUnderAge(PersonId person) {
        return children.find(person)
                .filter(child -> !child.cameOfAge() && !ofAge.isOfAge(child.born()))
                .isPresent();
    }

    /// The language of whoever reads what is written to somebody: a child's guardian.
    public Optional<Locale> language(PersonId person) {
        return contact(person).map(Contact::language);
    }

    @Override
    public Optional<Contact> contact(PersonId person) {
        return accounts.contact(person)
                .or(() -> isUnderAge(person)
                        ? children.guardians(person).stream()
                                .filter(Guardian::acts)
                                .findFirst()
                                .flatMap(guardian -> accounts.contact(guardian.person()))
                        : Optional.empty());
    }
}
