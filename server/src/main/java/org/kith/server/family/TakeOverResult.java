package org.kith.server.family;

/// What came of a young adult's taking over.
public sealed interface TakeOverResult {
    record Done() implements TakeOverResult {}

    record WrongCode() implements TakeOverResult {}

    /// The account that they signed in with has an application, a family or a child of its own.
    record Busy() implements TakeOverResult {}
}
