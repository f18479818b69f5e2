package org.kith.server.staff;

/// How far an officer has come. Only an active officer opens a page.
public enum OfficerState {
    /// Has a link to enrol with.
    INVITED,
    /// Has a passkey, and waits for a second person's confirmation.
    ENROLLED,
    ACTIVE,
    DISABLED
}
