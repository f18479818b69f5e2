package org.kith.server.rollout;

import java.time.LocalDate;
import java.util.List;

/// Codes as they are shown, this once.
///
/// @param until the last day they can be used
public record InvitationBatch(List<String> codes, LocalDate until) {
    public InvitationBatch {
        codes = List.copyOf(codes);
    }

    @Override
    public String toString() {
        return "InvitationBatch[" + codes.size() + "]";
    }
}
