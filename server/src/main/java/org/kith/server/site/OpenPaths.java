package org.kith.server.site;

import java.util.List;

/// Paths that anyone may open without signing in. What no module has opened stays closed.
public record OpenPaths(List<String> patterns) {
    public static OpenPaths of(String... patterns) {
        return new OpenPaths(List.of(patterns));
    }
}
