package org.kith.server.matching;

import org.kith.server.vault.LookupKind;

/// What two applications have in common, exactly.
public enum MatchKind {
    /// Number and issuer of a passport or identity card.
    DOCUMENT,
    /// The parts of a name in any order, and a whole date of birth.
    NAME_AND_BIRTH;

    LookupKind lookUp() {
        return switch (this) {
            case DOCUMENT -> LookupKind.DOCUMENT;
            case NAME_AND_BIRTH -> LookupKind.NAME_AND_BIRTH;
        };
    }
}
