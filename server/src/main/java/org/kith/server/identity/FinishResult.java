package org.kith.server.identity;

/// What came of a file of which the last byte is there.
public sealed interface FinishResult {
    /// It is over, well or not; see [Upload#outcome].
    record Finished(String outcome) implements FinishResult {}

    /// Not now, and nothing is lost: the file waits where it is.
    ///
    /// @param textKey of the sentence that says why
    record Later(String textKey) implements FinishResult {}
}
