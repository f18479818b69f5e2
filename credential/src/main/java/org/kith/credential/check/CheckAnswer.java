package org.kith.credential.check;

/// The six answers to a check. There is no seventh: what cannot be found out is [#UNKNOWN], never *valid*.
public enum CheckAnswer {
    VALID(0),
    SUSPENDED(10),
    REVOKED(11),
    EXPIRED(12),
    /// The signature fails under a key that is trusted.
    NOT_GENUINE(13),
    /// The issuer is not trusted, there is no fresh list, or the code cannot be read.
    UNKNOWN(20);

    private final int exitCode;

    CheckAnswer(int exitCode) {
        this.exitCode = exitCode;
    }

    /// What a command ends with that gives this answer.
    public int exitCode() {
        return exitCode;
    }
}
