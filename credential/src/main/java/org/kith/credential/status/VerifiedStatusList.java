package org.kith.credential.status;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.kith.credential.signing.Jwk;

/// A status list whose signature held. Only [StatusListToken#verify] makes one.
public final class VerifiedStatusList {
    private final StatusListTerms terms;
    private final StatusList list;
    private final Jwk signedBy;

    VerifiedStatusList(StatusListTerms terms, StatusList list, Jwk signedBy) {
        this.terms = terms;
        this.list = list;
        this.signedBy = signedBy;
    }

    public StatusListTerms terms() {
        return terms;
    }

    /// The key under which it was verified.
    public Jwk signedBy() {
        return signedBy;
    }

    /// Number of entries.
    public int size() {
        return list.size();
    }

    /// The raw value at a position, or empty where the list has none.
    public OptionalInt value(int index) {
        return index >= 0 && index < list.size() ? OptionalInt.of(list.value(index)) : OptionalInt.empty();
    }

    /// A position outside the list is [Status#UNKNOWN].
    public Status status(int index) {
        var value = value(index);
        return value.isPresent() ? Status.of(value.getAsInt()) : Status.UNKNOWN;
    }

    /// Whether the list may still say that a card is valid.
    public boolean expiredAt(Instant now) {
        return !now.isBefore(terms.expiresAt());
    }

    /// Whether it is time to fetch it again.
    public boolean staleAt(Instant now) {
        return !now.isBefore(terms.issuedAt().plus(terms.ttl()));
    }

    /// Time since it was issued; never negative, as clocks differ.
    public Duration ageAt(Instant now) {
        var age = Duration.between(terms.issuedAt(), now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /// An older list is never put in the place of a newer one.
    public boolean isOlderThan(VerifiedStatusList other) {
        return terms.issuedAt().isBefore(other.terms.issuedAt());
    }
}
