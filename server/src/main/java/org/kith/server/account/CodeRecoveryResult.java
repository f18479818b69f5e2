package org.kith.server.account;

/// What came of asking to be let in again by a code.
public sealed interface CodeRecoveryResult {
    /// If number and code are right, mail is on its way.
    record Asked() implements CodeRecoveryResult {}

    /// Too short, too long, or of other characters.
    record NotACode() implements CodeRecoveryResult {}

    record NotAnAddress() implements CodeRecoveryResult {}

    record TooManyFromThere() implements CodeRecoveryResult {}
}
