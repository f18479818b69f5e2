package org.kith.server.keys;

import java.util.Locale;

/// What a signing key is for. No key serves two purposes.
public enum Purpose {
    /// What a card says: QR codes, credentials.
    CARD,
    /// Whether a card stands: status lists.
    STATUS,
    /// What is written down: checkpoints of the journal, and the records of checks that people keep.
    JOURNAL;

    /// Key stores write their aliases in small letters.
    String aliasPrefix() {
        return name().toLowerCase(Locale.ROOT) + ".";
    }
}
