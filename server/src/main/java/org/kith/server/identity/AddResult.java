package org.kith.server.identity;

/// What came of sending a paper.
public sealed interface AddResult {
    record Added(Document document) implements AddResult {}

    /// The file was not what we keep.
    record NotTaken(Intake.Refused why) implements AddResult {}

    /// There are enough of that kind already; one has to go before another comes.
    record Enough() implements AddResult {}

    /// The programme does not ask for such a paper, or it is shown at a centre.
    record NotAsked() implements AddResult {}

    /// The application is past the point where papers are added.
    record Closed() implements AddResult {}

    /// What checks or keeps files is away. Nothing was kept, and the same file may be sent again.
    ///
    /// @param textKey of the sentence that says so
    record NotNow(String textKey) implements AddResult {}
}
