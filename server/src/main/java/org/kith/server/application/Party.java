package org.kith.server.application;

/// On whose behalf a step is taken. Which officer may act for which party is checked where officers sign in.
public enum Party {
    APPLICANT,
    REGISTRAR,
    CASEWORKER,
    SECOND_OFFICER,
    CENTRE_MANAGER,
    SYSTEM,
    /// Those who hear appeals.
    APPEALS
}
