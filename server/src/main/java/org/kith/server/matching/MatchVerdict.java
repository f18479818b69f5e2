package org.kith.server.matching;

/// What a person found, who laid two applications side by side.
public enum MatchVerdict {
    SAME,
    ANOTHER,
    /// The applicant is asked.
    CANNOT_TELL
}
