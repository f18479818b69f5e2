package org.kith.server.identity;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The names of every file there is, from all drawers.
final class AllFiles {
    private AllFiles() {}

    static Set<UUID> of(SealedFiles files) {
        return IntStream.range(0, SealedFiles.DRAWERS)
                .mapToObj(files::in)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }
}
