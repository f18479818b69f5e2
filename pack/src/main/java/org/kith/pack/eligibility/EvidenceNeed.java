package org.kith.pack.eligibility;

import java.util.List;

/// Papers of the catalogue any one of which is enough.
public record EvidenceNeed(List<String> anyOf) {
    public EvidenceNeed {
        anyOf = List.copyOf(anyOf);
    }
}
