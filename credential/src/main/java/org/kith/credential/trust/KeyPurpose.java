package org.kith.credential.trust;

import java.util.Locale;

/// What an issuer's key may sign. A key for lists, which is used all day, cannot make a card.
public enum KeyPurpose {
    CARD,
    STATUS,
    /// What the issuer says of its own journal: records of checks at counters.
    JOURNAL;

    /// As it stands in JSON.
    public String jsonName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
