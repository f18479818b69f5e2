package org.kith.server.account;

/// What came of adding, naming or removing a passkey.
public sealed interface PasskeyResult {
    record Done() implements PasskeyResult {}

    /// The browser's answer is not a passkey we accept.
    record NotAccepted() implements PasskeyResult {}

    /// There are as many as anybody needs.
    record TooMany() implements PasskeyResult {}

    /// Without it a mail link would open everything again; another one has to be there first, for its whole delay.
    record LastOne() implements PasskeyResult {}

    /// None of this person's.
    record Unknown() implements PasskeyResult {}
}
