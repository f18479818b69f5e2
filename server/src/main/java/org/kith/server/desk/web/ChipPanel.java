package org.kith.server.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The passport's chip on the page of a visit.
///
/// @param reader   where the page finds the program that reads chips
/// @param found    what came of reading, if it was
/// @param other    the lines of a chip that is of another passport than the lines typed
/// @param portrait whether its portrait can be shown
/// @param photo    whether a photo was taken that can be laid beside it
/// @param error    why nothing is confirmed with this chip
public record ChipPanel(
        String booking,
        String reader,
        List<Found> found,
        List<String> other,
        boolean portrait,
        boolean photo,
        @Nullable String error) {
    public ChipPanel {
        found = List.copyOf(found);
        other = List.copyOf(other);
    }

    /// A finding.
    ///
    /// @param sign as `site/sign` draws it
    /// @param key  of its sentence
    public record Found(String sign, String key, String what) {}
}
