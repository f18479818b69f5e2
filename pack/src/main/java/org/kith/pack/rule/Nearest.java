package org.kith.pack.rule;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Guesses which name was meant by a mistyped one.
public final class Nearest {
    private static final int MOST_EDITS = 3;

    private Nearest() {}

    public static Optional<String> of(String name, Collection<String> some, Collection<String> others) {
        return Stream.concat(some.stream(), others.stream())
                .filter(known -> edits(name, known) <= Math.min(MOST_EDITS, known.length() / 2))
                .min(Comparator.comparingInt((String known) -> edits(name, known))
                        .thenComparing(known -> known));
    }

    /// Levenshtein's distance.
    private static int edits(String a, String b) {
        var row = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) row[j] = j;
        for (var i = 1; i <= a.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var above = row[j];
                var same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], above) + 1, diagonal + same);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
