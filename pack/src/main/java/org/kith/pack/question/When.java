package org.kith.pack.question;

/// Where a date must lie, seen from today.
public enum When {
    ANY,
    PAST,
    FUTURE
}
