package org.kith.server.identity;

/// What came of handing a chip's files over.
public sealed interface ChipResult {
    /// Written down with the visit, in place of what was read before.
    record Kept(ChipReading reading) implements ChipResult {}

    /// The server asked for nothing, or too long ago, or it was answered before.
    record NotAsked() implements ChipResult {}

    /// The lines cannot be read.
    record NoLines() implements ChipResult {}

    /// The visit is over, or has not begun.
    record Over() implements ChipResult {}

    /// The visit is at another centre; the attempt is written down.
    record AnotherCentre() implements ChipResult {}
}
