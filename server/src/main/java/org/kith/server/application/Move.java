package org.kith.server.application;

/// What came of an attempt to take a step.
public sealed interface Move {
    record Moved(Application after) implements Move {}

    /// The table has no such step from there for that party; nothing was changed.
    record NotAllowed(Stage from) implements Move {}
}
