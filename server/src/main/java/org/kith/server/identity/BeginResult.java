package org.kith.server.identity;

/// What came of the wish to send a file in pieces.
public sealed interface BeginResult {
    record Begun(Upload upload) implements BeginResult {}

    /// The programme does not ask for such a paper, or it is shown at a centre.
    record NotAsked() implements BeginResult {}

    /// The application is past the point where papers are added.
    record Closed() implements BeginResult {}

    record Empty() implements BeginResult {}

    record TooLarge() implements BeginResult {}
}
