package org.kith.server.account;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kith.server.notify.AddressBook;
import org.kith.server.notify.Contact;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Everyone who has signed in once: a person, the address they read, and their language.
@Repository
public class Accounts implements AddressBook {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Addresses addresses;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Vault vault, Addresses addresses, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// What came of opening: the person, and whether they are new here.
    public record Opened(PersonId person, boolean firstTime) {}

    /// The account of an address, opened now if there is none. Only for whoever has shown that they read the address.
    @Transactional
    public Opened open(EmailAddress email, Locale language) {
        // Two links followed at once must not open two accounts for one address.
        var known = addresses.lockOwner(email).filter(this::isReadable);
        if (known.isPresent()) {
            language(known.get(), language);
            return new Opened(known.get(), false);
        }
        var person = vault.enrol(CountryCode.UNKNOWN);
        add(person, language);
        addresses.add(person, email);
        return new Opened(person, true);
    }

    /// Closes a person's account. They are signed out everywhere at their next click.
    public void close(PersonId person) {
        jdbc.sql("delete from account where person = ?").param(person.value()).update();
    }

    /// Gives the doors of one account to somebody who had none: whoever signed in is that person from now on. Passkeys
    /// are made anew, since they name the person they were made for.
    @Transactional(propagation = Propagation.MANDATORY)
    public void moveTo(PersonId person, PersonId from) {
        var language = language(from);
        var own = addresses.of(from);
        close(from);
        add(person, language);
        for (var each : own) EmailAddress.of(each.value()).ifPresent(address -> addresses.add(person, address));
    }

    /// Whether the person still has their key. One who was erased is a stranger when they come again.
    private boolean isReadable(PersonId person) {
        var readable = vault.opening(person).isPresent();
        if (!readable) close(person);
        return readable;
    }

    public boolean exists(PersonId person) {
        var sql = "select exists (select 1 from account where person = ?)";
        return jdbc.sql(sql).param(person.value()).query(Boolean.class).single();
    }

    /// The account stays as it is, with its doors, until the transaction ends.
    void lock(PersonId person) {
        jdbc.sql("select person from account where person = ? for update")
                .param(person.value())
                .query()
                .listOfRows();
    }

    /// The address that news goes to; empty once the person has left.
    public Optional<String> email(PersonId person) {
        return emails(person).stream().findFirst();
    }

    /// Every address a person reads.
    public List<String> emails(PersonId person) {
        return addresses(person).stream().map(OwnAddress::value).toList();
    }

    public List<OwnAddress> addresses(PersonId person) {
        return addresses.of(person);
    }

    /// Whether the person is here, and whether a passkey of theirs has settled, so that a mail link no longer opens
    /// everything (§7.8). Asked at every request, hence in one question.
    public Optional<Standing> standing(PersonId person) {
        var sql = """
                select exists (select 1 from person_passkey key where key.person = account.person and key.created <= :settled)
                from account where person = :person
                """;
        return jdbc.sql(sql)
                .param("person", person.value())
                .param("settled", OffsetDateTime.now(clock).minus(DoorChange.DELAY))
                .query(Boolean.class)
                .optional()
                .map(Standing::new);
    }

    /// How a person stands here.
    public record Standing(boolean hasSettledPasskey) {}

    public Locale language(PersonId person) {
        var sql = "select language from account where person = ?";
        return Locale.forLanguageTag(
                jdbc.sql(sql).param(person.value()).query(String.class).single());
    }

    public void language(PersonId person, Locale language) {
        jdbc.sql("update account set language = ? where person = ?")
                .params(language.toLanguageTag(), person.value())
                .update();
    }

    @Override
    public Optional<Contact> contact(PersonId person) {
        return email(person).map(email -> new Contact(email, language(person)));
    }

    private void add(PersonId person, Locale language) {
        var sql = "insert into account (person, language, opened) values (:person, :language, :opened)";
        jdbc.sql(sql)
                .param("person", person.value())
                .param("language", language.toLanguageTag())
                .param("opened", OffsetDateTime.now(clock))
                .update();
    }
}
