package org.kith.server.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.keys.CountryKeys;
import org.kith.server.keys.Keys;
import org.kith.server.vault.PersonKeys.PersonKey;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Seals personal data under the person's own key, and opens it for whoever may. The key is read anew each time:
/// once a person is erased, no node opens anything of theirs.
@Service
public class Vault {
    private static final UUID HOUSE = new UUID(0, 0);

    private final PersonKeys people;
    private final Secrets secrets;
    private final CountryKeys countries;
    private final Aead house;
    private final ObjectProvider<BesideKeys> beside;
    private final Clock clock;

    Vault(
            PersonKeys people,
            Secrets secrets,
            CountryKeys countries,
            Keys keys,
            ObjectProvider<BesideKeys> beside,
            Clock clock) {
        this.people = people;
        this.secrets = secrets;
        this.countries = countries;
        this.house = keys.house();
        this.beside = beside;
        this.clock = clock;
    }

    /// A new person with a new key, wrapped by the key of the country they live in.
    public PersonId enrol(CountryCode country) {
        var person = new PersonId(UUID.randomUUID());
        people.add(person, country, countries.newKey(country.value(), person.value()), clock.instant());
        return person;
    }

    /// Seals `plain` for this person and this place alone.
    ///
    /// @throws PersonErased if their key is gone
    public byte[] seal(PersonId person, Context context, byte[] plain) {
        return Envelope.seal(key(person).orElseThrow(PersonErased::new), person.value(), context, plain);
    }

    /// What was sealed, or nothing if the person has been erased since.
    ///
    /// @throws IllegalStateException if it was sealed for another person or place, or was altered
    public Optional<byte[]> open(PersonId person, Context context, byte[] sealed) {
        return opening(person).map(opening -> opening.open(context, sealed));
    }

    /// Opens many values of one person with one look at their key; nothing if the person has been erased.
    public Optional<Opening> opening(PersonId person) {
        return key(person).map(key -> new Opening(person, key));
    }

    public byte[] sealText(PersonId person, Context context, String plain) {
        return seal(person, context, plain.getBytes(UTF_8));
    }

    public Optional<String> openText(PersonId person, Context context, byte[] sealed) {
        return open(person, context, sealed).map(bytes -> new String(bytes, UTF_8));
    }

    /// Where the person lives, as far as their key tells.
    public CountryCode country(PersonId person) {
        return row(person).country();
    }

    /// Wraps the person's key by their new country's: from now on what happens to the old country's key is nothing to
    /// them, and what lies beside the key is made anew.
    @Transactional
    public void move(PersonId person, CountryCode to) {
        var key = people.lock(person).orElseThrow(() -> unknown(person));
        var wrapped = key.wrapped();

        if (wrapped == null) throw new PersonErased();
        if (key.country().equals(to)) return;

        var rewrapped = countries
                .rewrap(key.country().value(), to.value(), person.value(), wrapped)
                .orElseThrow(PersonErased::new);
        people.rewrap(person, to, rewrapped);
        beside.forEach(each -> each.moved(person));
    }

    /// Destroys the person's key. Nothing sealed for them opens again, here or on any node, once this is committed.
    @Transactional
    public void erase(PersonId person) {
        if (people.lock(person).isEmpty()) throw unknown(person);

        people.destroy(person, clock.instant());
        secrets.removeAll(person);
        beside.forEach(each -> each.erased(person));
    }

    /// When the person was erased, if they were.
    public Optional<Instant> erasedAt(PersonId person) {
        return Optional.ofNullable(row(person).erasedAt());
    }

    /// Keeps something of a person under a number. For an erased person nothing is kept: it could not be read anyway.
    public SecretId keep(PersonId person, byte[] plain) {
        var id = SecretId.random();
        key(person).ifPresent(key -> secrets.add(id, person, Envelope.seal(key, person.value(), kept(id), plain)));
        return id;
    }

    /// Keeps something that is no person's.
    public SecretId keepForHouse(byte[] plain) {
        var id = SecretId.random();
        secrets.add(id, null, Envelope.seal(house, HOUSE, kept(id), plain));
        return id;
    }

    /// What was kept, or nothing if its person has been erased since.
    public Optional<byte[]> secret(SecretId id) {
        var kept = secrets.find(id);
        if (kept.isEmpty()) return Optional.empty();

        var sealed = kept.get();
        var person = sealed.person();
        if (person == null) return Optional.of(Envelope.open(house, HOUSE, kept(id), sealed.bytes()));
        return open(person, kept(id), sealed.bytes());
    }

    public void forget(SecretId id) {
        secrets.remove(id);
    }

    private Optional<Aead> key(PersonId person) {
        var row = row(person);
        var wrapped = row.wrapped();
        if (wrapped == null) return Optional.empty();

        return countries.open(row.country().value(), person.value(), wrapped);
    }

    private PersonKey row(PersonId person) {
        return people.find(person).orElseThrow(() -> unknown(person));
    }

    private static Context kept(SecretId id) {
        return new Context("kept", id.value());
    }

    private static IllegalStateException unknown(PersonId person) {
        return new IllegalStateException("No key was ever made for person " + person.value());
    }
}
