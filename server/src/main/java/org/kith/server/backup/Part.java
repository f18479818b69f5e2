package org.kith.server.backup;

import java.util.List;

/// What is kept apart, because each part alone tells little: data without the keys of people are noise.
enum Part {
    DATA("data.zip"),
    FILES("files.zip"),
    KEYS("keys.zip");

    private final String archive;

    Part(String archive) {
        this.archive = archive;
    }

    String archive() {
        return archive;
    }

    /// The schemas that this part holds.
    List<String> schemas() {
        return switch (this) {
            case DATA -> List.of("public");
            case KEYS -> List.of("keystore");
            case FILES -> List.of();
        };
    }
}
