package org.kith.server.audit;

/// As what an officer acted; a holder who sees a look reads it.
public enum OfficerRole {
    REGISTRAR,
    CASEWORKER,
    SUPERVISOR,
    MANAGER,
    AUDITOR,
    APPEALS
}
