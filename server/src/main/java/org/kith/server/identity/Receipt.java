package org.kith.server.identity;

import java.util.List;
import java.util.Locale;

/// What a person keeps of a check: what was looked at and what came of it, in their language.
///
/// @param check     its id
/// @param confirmed whether it says who they are
/// @param title     the outcome in a sentence
/// @param lines     what was looked at
/// @param closing   what was not done, and what follows
public record Receipt(
        CheckId check,
        Locale language,
        String direction,
        boolean confirmed,
        String title,
        List<Line> lines,
        String closing) {
    public Receipt {
        lines = List.copyOf(lines);
    }

    /// One line of it.
    public record Line(String label, String value) {}
}
