package org.kith.server.matching;

import java.util.UUID;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;

/// The number of a match.
public record MatchId(UUID value) {
    static MatchId random() {
        return new MatchId(UUID.randomUUID());
    }

    /// As the journal names it: of neither application alone.
    public Case asCase() {
        return new Case(CaseKind.DUPLICATE, value);
    }
}
