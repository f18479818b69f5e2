package org.kith.server.decision;

import java.util.UUID;

/// Names an appeal.
public record AppealId(UUID value) {
    static AppealId random() {
        return new AppealId(UUID.randomUUID());
    }
}
