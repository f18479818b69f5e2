package org.kith.pack.question;

import java.text.Normalizer;
import java.util.Optional;

/// Makes what a person wrote safe to keep and to show, in any script.
final class SafeText {
    /// No script stacks more marks on one letter; more is a text made to spill over the page.
    private static final int MOST_MARKS = 8;

    private SafeText() {}

    /// Normalised (NFC), trimmed, runs of spaces joined, and without the characters that turn the direction of text
    /// around; empty if it holds control characters or half characters.
    static Optional<String> clean(String raw, boolean manyLines) {
        var kept = new StringBuilder(raw.length());
        var marks = 0;
        for (var i = 0; i < raw.length(); i += Character.charCount(raw.codePointAt(i))) {
            var c = raw.codePointAt(i);
            if (turnsDirection(c)) continue;
            var isNewLine = manyLines && (c == '\n' || c == '\r');
            if (!isNewLine && isUnfit(c)) return Optional.empty();
            marks = Character.getType(c) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (marks > MOST_MARKS) return Optional.empty();
            kept.appendCodePoint(c);
        }
        var normal = Normalizer.normalize(kept, Normalizer.Form.NFC);
        return Optional.of(manyLines ? normal.replace("\r\n", "\n").strip() : oneSpaced(normal));
    }

    /// Marks, embeddings, overrides and isolates of the bidirectional algorithm (UAX 9). The joiners U+200C and U+200D
    /// stay: Persian and Indic names need them.
    private static boolean turnsDirection(int c) {
        return c == 0x061C || c == 0x200E || c == 0x200F || isIn(c, 0x202A, 0x202E) || isIn(c, 0x2066, 0x2069);
    }

    private static boolean isUnfit(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> c == 0xFEFF || isIn(c, 0xE0000, 0xE007F);
        };
    }

    private static boolean isIn(int c, int first, int last) {
        return c >= first && c <= last;
    }

    private static String oneSpaced(String text) {
        return text.replaceAll("\\p{Z}+", " ").strip();
    }
}
