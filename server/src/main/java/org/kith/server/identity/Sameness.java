package org.kith.server.identity;

/// How a field of the passport stands to what was declared.
public enum Sameness {
    SAME,
    DIFFERS,
    /// One of the two says nothing, as where a passport knows no day of birth.
    UNKNOWN
}
