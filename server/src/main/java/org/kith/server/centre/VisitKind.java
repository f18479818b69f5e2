package org.kith.server.centre;

/// What a visit is for. All take a place at a counter, and the same places.
public enum VisitKind {
    /// To be identified.
    IDENTITY,
    /// To be heard.
    HEARING,
    /// To talk of language and culture.
    TALK,
    /// To hand something over, or to ask.
    PLAIN
}
