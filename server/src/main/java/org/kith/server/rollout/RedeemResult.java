package org.kith.server.rollout;

/// What came of an invitation code that a person typed.
public sealed interface RedeemResult {
    record Invited() implements RedeemResult {}

    /// Unknown, used, over, or for another country: whoever guesses is not told which.
    record NotValid() implements RedeemResult {}

    /// Too many were tried within the hour.
    record TooMany() implements RedeemResult {}
}
