package org.kith.server.application;

import java.util.UUID;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;

/// Names an application inside the system; people are given its [Reference].
public record ApplicationId(UUID value) {
    public static ApplicationId random() {
        return new ApplicationId(UUID.randomUUID());
    }

    /// The application as the journal names it.
    public Case asCase() {
        return new Case(CaseKind.APPLICATION, value);
    }
}
