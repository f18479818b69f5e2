package org.kith.server.account;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.notify.AddressBook;
import org.kith.server.notify.Contact;
import org.kith.server.vault.Context;
import org.kith.server.vault.CountryCode;
import org.kith.server.vault.Lookups;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Everyone who has signed in once: a person, the address they read, and their language.
@Repository
public class Accounts implements AddressBook {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Lookups lookups;
    private final Clock clock;

    Accounts(JdbcClient jdbc, Vault vault, Lookups lookups, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.lookups = lookups;
        this.clock = clock;
    }

    /// What came of opening: the person, and whether they are new here.
    public record Opened(PersonId person, boolean firstTime) {}

    /// The account of an address, opened now if there is none. Only for whoever has shown that they read the address.
    @Transactional
    public Opened open(EmailAddress email, Locale language) {
        var code = lookups.ofEmail(email.value());
        // Two links followed at once must not open two accounts for one address.
        jdbc.sql("select pg_advisory_xact_lock(?)")
                .param(ByteBuffer.wrap(code).getLong())
                .query()
                .singleRow();

        var known = find(code).filter(this::isReadable);
        if (known.isPresent()) {
            language(known.get(), language);
            return new Opened(known.get(), false);
        }
        var person = vault.enrol(CountryCode.UNKNOWN);
        add(person, email, code, language);
        return new Opened(person, true);
    }

    /// Closes a person's account. They are signed out everywhere at their next click.
    public void close(PersonId person) {
        jdbc.sql("delete from account where person = ?").param(person.value()).update();
    }

    /// Whether the person still has their key. One who was erased is a stranger when they come again.
    private boolean isReadable(PersonId person) {
        var readable = email(person).isPresent();
        if (!readable) close(person);
        return readable;
    }

    public boolean exists(PersonId person) {
        var sql = "select exists (select 1 from account where person = ?)";
        return jdbc.sql(sql).param(person.value()).query(Boolean.class).single();
    }

    /// The address a person reads; empty once they have left.
    public Optional<String> email(PersonId person) {
        var sql = "select email from account where person = ?";
        return jdbc.sql(sql)
                .param(person.value())
                .query(byte[].class)
                .optional()
                .flatMap(bytes -> vault.openText(person, context(person), bytes));
    }

    /// Every address a person reads.
    public List<String> emails(PersonId person) {
        return email(person).stream().toList();
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

    private Optional<PersonId> find(byte[] code) {
        var sql = "select person from account where email_code = ?";
        return jdbc.sql(sql).param(code).query(UUID.class).optional().map(PersonId::new);
    }

    private void add(PersonId person, EmailAddress email, byte[] code, Locale language) {
        var sql = """
                insert into account (person, email_code, email, language, opened)
                values (:person, :email_code, :email, :language, :opened)
                """;
        jdbc.sql(sql)
                .param("person", person.value())
                .param("email_code", code)
                .param("email", vault.sealText(person, context(person), email.value()))
                .param("language", language.toLanguageTag())
                .param("opened", OffsetDateTime.now(clock))
                .update();
    }

    private static Context context(PersonId person) {
        return new Context("account.email", person.value());
    }
}
