package org.kith.server.decision;

/// Why an officer gives a case back.
public enum ReleaseReason {
    LANGUAGE,
    GROUND,
    TOO_MUCH,
    AWAY
}
