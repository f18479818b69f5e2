package org.kith.server.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kith.server.application.ApplicationId;

/// A paper that somebody sent: pages we drew ourselves, and what the paper is to show. What the file was called is not
/// kept.
///
/// @param evidence the paper's id in the programme's catalogue
public record Document(
        DocumentId id, ApplicationId application, String evidence, Instant addedAt, List<StoredPage> pages) {
    public Document {
        pages = List.copyOf(pages);
    }

    /// What may make one or another of its pages hard to read, in the order of the hints.
    public List<PictureHint> hints() {
        return pages.stream()
                .flatMap(page -> page.hints().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /// One page of it.
    ///
    /// @param file  the name of the sealed file; random, and the place it is sealed for
    /// @param bytes of the picture, before sealing
    /// @param hints what may make it hard to read
    public record StoredPage(int number, UUID file, int width, int height, int bytes, Set<PictureHint> hints) {
        public StoredPage {
            hints = Set.copyOf(hints);
        }
    }
}
