package org.kith.server.account;

/// What came of the code from a new address.
public enum CodeResult {
    RIGHT,
    WRONG,
    /// The address opens another account. Told only to who has shown that they read it.
    TAKEN
}
