package org.kith.server.card;

/// What came of making or ending a copy of a card.
public sealed interface CopyResult {
    record Made(CardCopy copy) implements CopyResult {}

    record Ended() implements CopyResult {}

    /// Only a card that is active is shown.
    record NotActive() implements CopyResult {}

    /// As many prints count as may, or too many codes were made today.
    record TooMany() implements CopyResult {}

    /// There is no such card or copy of theirs.
    record NotYours() implements CopyResult {}
}
