package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.server.identity.PictureHint;

/// A paper that was sent, and what an officer read on it.
///
/// @param hints what may make it hard to read
/// @param fact  in an officer's words; empty until one wrote it down
/// @param reader the officer, by name
/// @param step   of the ancestor that it tells of; empty where nobody said
public record CasePaper(
        String id,
        String title,
        LocalDate day,
        List<Leaf> leaves,
        List<PictureHint> hints,
        String fact,
        String reader,
        String step,
        @Nullable LocalDate read) {
    /// One page of it, with its size in pixels: a place is kept for it before it is there.
    ///
    /// @param address of the picture
    public record Leaf(int number, String address, int width, int height) {}
}
