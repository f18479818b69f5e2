package org.kith.credential.trust;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.PublishedTestKeys;

/// A key of an issuer, what it may sign and when.
///
/// @param notBefore the first moment at which it may have signed, cut to whole seconds
/// @param notAfter the last such moment; what it signed before stays good after it
public record TrustedKey(Jwk key, KeyPurpose purpose, Instant notBefore, Instant notAfter) {
    public TrustedKey {
        if (PublishedTestKeys.contains(key)) {
            throw new IllegalArgumentException("The private half of this key is printed in a standard.");
        }
        notBefore = notBefore.truncatedTo(ChronoUnit.SECONDS);
        notAfter = notAfter.truncatedTo(ChronoUnit.SECONDS);
        if (notAfter.isBefore(notBefore)) throw new IllegalArgumentException("A key ends after it begins.");
    }

    public boolean mayHaveSignedAt(Instant moment) {
        return !moment.isBefore(notBefore) && !moment.isAfter(notAfter);
    }
}
