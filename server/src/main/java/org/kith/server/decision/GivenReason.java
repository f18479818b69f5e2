package org.kith.server.decision;

/// Why a supervisor puts a case into an officer's hands.
public enum GivenReason {
    HOLDER_AWAY,
    URGENT,
    EXPERIENCE,
    SAME_FAMILY
}
