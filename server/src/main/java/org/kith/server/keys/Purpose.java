package org.kith.server.keys;

/// What a signing key is for. No key serves two purposes.
public enum Purpose {
    /// What a card says: QR codes, credentials. The document signer of ISO/IEC 18013-5.
    CARD,
    /// Whether a card stands: status lists.
    STATUS,
    /// What the issuer of credentials says of itself to wallets.
    METADATA,
    /// What is written down: checkpoints of the journal, and the records of checks that people keep.
    JOURNAL;

    /// Whether a root vouches for its keys. Those of the journal are known from the trust file alone.
    boolean certified() {
        return this != JOURNAL;
    }
}
