package org.kith.server.staff;

import java.util.Locale;

/// What an officer may do.
public enum Role {
    REGISTRAR,
    CASEWORKER,
    SUPERVISOR,
    MANAGER,
    AUDITOR,
    /// Decides what others decided and a person appealed.
    APPEALS;

    /// Whoever may overrule others, or make officers, is confirmed by a second person.
    public boolean needsSecondPerson() {
        return this == SUPERVISOR || this == MANAGER || this == APPEALS;
    }

    /// The word on a page, as in “J. Marrow, registrar”.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
