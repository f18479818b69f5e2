package org.kith.credential.status;

/// What an entry of a status list means (Token Status List §7.1).
public enum Status {
    /// The credential stands.
    VALID(0),
    /// Revoked, for good.
    INVALID(1),
    /// Not valid for the time being.
    SUSPENDED(2),
    /// A value the specification leaves to applications or keeps for later: it never counts as valid.
    UNKNOWN(-1);

    private final int value;

    Status(int value) {
        this.value = value;
    }

    /// The status of a value read from a list; [StatusList#value] still tells an unknown one.
    public static Status of(int value) {
        return switch (value) {
            case 0 -> VALID;
            case 1 -> INVALID;
            case 2 -> SUSPENDED;
            default -> UNKNOWN;
        };
    }

    /// What is written into a list.
    ///
    /// @throws IllegalStateException for [#UNKNOWN], which stands for many values
    public int value() {
        if (this == UNKNOWN) throw new IllegalStateException("An unknown status cannot be written.");
        return value;
    }
}
