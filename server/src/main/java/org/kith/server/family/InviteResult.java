package org.kith.server.family;

/// What came of asking somebody.
public sealed interface InviteResult {
    record Sent() implements InviteResult {}

    record NotAnAddress() implements InviteResult {}

    /// It is the inviter's own.
    record OwnAddress() implements InviteResult {}

    /// Enough were asked for today.
    record TooMany() implements InviteResult {}

    /// There are as many in the family as the programme lets apply together.
    record Full() implements InviteResult {}

    /// The inviter may not ask for this.
    record NotYours() implements InviteResult {}
}
