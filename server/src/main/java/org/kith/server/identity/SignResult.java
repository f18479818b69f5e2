package org.kith.server.identity;

/// What came of an officer signing a check.
public sealed interface SignResult {
    record Done(CheckId check) implements SignResult {}

    /// It is signed by the second officer; the first can sign now.
    record Countersigned() implements SignResult {}

    /// The passkey is not this officer's, or did not know its user, or answered something else.
    record NotSigned() implements SignResult {}

    /// A second officer has to look and sign before the one at the counter.
    record SecondWanted() implements SignResult {}

    /// Nothing is ready to be signed, or it has lain too long, or the photo is another one: look again first.
    record LookAgain() implements SignResult {}

    /// The visit was finished before, is no longer to take place, or is none.
    record Over() implements SignResult {}

    /// The visit is at another centre; the attempt is written down.
    record AnotherCentre() implements SignResult {}
}
