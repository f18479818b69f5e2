package org.kith.server.desk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An examiner's sheet in words.
///
/// @param saysPass their word after reading the others; null where there is none
public record TalkSheetView(
        String examiner,
        List<Row> rows,
        int total,
        String words,
        boolean agreed,
        @Nullable Boolean saysPass) {
    public TalkSheetView {
        rows = List.copyOf(rows);
    }

    /// A criterion and its points.
    public record Row(String title, int points, int most) {}
}
