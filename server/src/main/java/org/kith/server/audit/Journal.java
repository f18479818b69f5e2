package org.kith.server.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.SecretId;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The journal: what was done and who looked, for good. Written in the transaction of the deed; where the deed is a
/// mere look, in one of its own.
@Service
public class Journal {
    /// No look stays unseen by the person for longer.
    public static final Duration LONGEST_DELAY = Duration.ofDays(90);

    private final Pen pen;
    private final Links links;
    private final RefusedTries refused;
    private final Vault vault;
    private final ObjectProvider<Hands> hands;
    private final Clock clock;

    Journal(Pen pen, Links links, RefusedTries refused, Vault vault, ObjectProvider<Hands> hands, Clock clock) {
        this.pen = pen;
        this.links = links;
        this.refused = refused;
        this.vault = vault;
        this.hands = hands;
        this.clock = clock;
    }

    /// Writes down what was done in a person's case.
    @Transactional
    public EntryId record(Deed deed, Actor actor, PersonId person, Case subject, Details details) {
        return write(deed, actor, person, subject, details, null, Duration.ZERO);
    }

    @Transactional
    public EntryId record(Deed deed, Actor actor, PersonId person, Case subject) {
        return write(deed, actor, person, subject, Details.none(), null, Duration.ZERO);
    }

    /// The same, but shown to the person only after a time that the programme's rules give.
    ///
    /// @param delay at most [#LONGEST_DELAY]
    @Transactional
    public EntryId record(Deed deed, Actor actor, PersonId person, Case subject, Details details, Duration delay) {
        return write(deed, actor, person, subject, details, null, delay);
    }

    /// Writes down what concerns no person: staff, centres, the house.
    @Transactional
    public EntryId record(Deed deed, Actor actor, Case subject, Details details) {
        return write(deed, actor, null, subject, details, null, Duration.ZERO);
    }

    @Transactional
    public EntryId record(Deed deed, Actor actor, Case subject) {
        return write(deed, actor, null, subject, Details.none(), null, Duration.ZERO);
    }

    /// Writes down that an officer saw a person's data, which that person can see at once.
    @Transactional
    public EntryId look(Deed deed, Actor.Officer officer, PersonId person, Case subject, LookPurpose purpose) {
        return write(deed, officer, person, subject, Details.none(), purpose, Duration.ZERO);
    }

    /// The same, but shown to the person only after a time that the programme's rules give.
    ///
    /// @param delay at most [#LONGEST_DELAY]
    @Transactional
    public EntryId look(
            Deed deed, Actor.Officer officer, PersonId person, Case subject, LookPurpose purpose, Duration delay) {
        return write(deed, officer, person, subject, Details.none(), purpose, delay);
    }

    /// A person's entries, the newest first, for an auditor.
    ///
    /// @param before where the last page ended, or [JournalPage#START]
    @Transactional(readOnly = true)
    public JournalPage of(PersonId person, long before, int count) {
        return JournalPage.of(links.of(person, before, count), count);
    }

    /// The details of an entry; nothing if it has none, or its person has been erased.
    ///
    /// @throws IllegalStateException if they are not those that were written down
    @Transactional(readOnly = true)
    public Optional<Details> details(EntryId id) {
        var link = links.find(id);
        if (link.isEmpty() || link.get().commitment() == null) return Optional.empty();

        var commitment = link.get().commitment();
        return vault.secret(new SecretId(id.value())).map(Commitment::opened).map(opened -> {
            if (!opened.hash().equals(commitment)) {
                throw new IllegalStateException("The details of entry " + id.value() + " are not those written down.");
            }
            return opened.details();
        });
    }

    /// Lets go of what more was known of a person's deeds in a case. The entries stay, and the chain holds.
    @Transactional
    public void forgetDetails(PersonId person, Case subject) {
        links.detailed(person, subject).forEach(id -> vault.forget(new SecretId(id.value())));
    }

    private EntryId write(
            Deed deed,
            Actor actor,
            @Nullable PersonId person,
            Case subject,
            Details details,
            @Nullable LookPurpose purpose,
            Duration delay) {
        if (deed.isLook() != (purpose != null))
            throw new IllegalArgumentException("A look has a purpose; a deed none.");
        if (delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("A look is shown after " + LONGEST_DELAY + " at the latest.");
        }

        // The database keeps microseconds; the hash must be over what it will give back.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var commitment = details.values().isEmpty() ? null : Commitment.to(details);
        var id = new EntryId(commitment == null ? UUID.randomUUID() : keep(person, commitment));
        var entry = new Entry(id, now, deed, byHand(actor), person, subject, purpose, visibleFrom(now, delay));
        pen.take(new Pen.Unwritten(entry, commitment == null ? null : commitment.hash()));
        if (deed == Deed.ACCESS_REFUSED && actor instanceof Actor.Officer officer) refused.count(officer, now);
        return id;
    }

    /// A child's deed is the deed of the guardian who did it.
    private Actor byHand(Actor actor) {
        if (!(actor instanceof Actor.Person(var person))) return actor;
        return hands.stream()
                .flatMap(each -> each.guardianFor(person).stream())
                .findFirst()
                .<Actor>map(Actor::of)
                .orElse(actor);
    }

    private UUID keep(@Nullable PersonId person, Commitment commitment) {
        var opening = commitment.opening();
        return (person == null ? vault.keepForHouse(opening) : vault.keep(person, opening)).value();
    }

    private static Instant visibleFrom(Instant now, Duration delay) {
        return now.plus(delay).truncatedTo(ChronoUnit.MICROS);
    }
}
