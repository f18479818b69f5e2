package org.kith.server.family;

import java.util.UUID;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;

/// Names a family inside the system; officers are given its number.
public record FamilyId(UUID value) {
    static FamilyId random() {
        return new FamilyId(UUID.randomUUID());
    }

    Case asCase() {
        return new Case(CaseKind.FAMILY, value);
    }
}
