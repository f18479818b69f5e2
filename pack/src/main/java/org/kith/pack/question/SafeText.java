package org.kith.pack.question;

import java.text.Normalizer;
import java.util.Optional;

/// Makes what a person wrote safe to keep and to show, in any script.
public final class SafeText {
    /// No script stacks more marks on one letter; more is a text made to spill over the page.
    private static final int MOST_MARKS = 8;

    private SafeText() {}

    /// Normalised (NFC), trimmed, runs of spaces joined, and without the characters that turn the direction of text
    /// around or show nowhere; empty if it holds control characters or half characters.
    public static Optional<String> clean(String raw, boolean manyLines) {
        var kept = new StringBuilder(raw.length());
        var marks = 0;
        for (var i = 0; i < raw.length(); i += Character.charCount(raw.codePointAt(i))) {
            var c = raw.codePointAt(i);
            if (turnsDirection(c) || isUnseen(c)) continue;
            var isNewLine = manyLines && (c == '\n' || c == '\r');
            if (!isNewLine && isUnfit(c)) return Optional.empty();
            marks = isMark(c) ? marks + 1 : 0;
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

    /// Characters that show nowhere, so that two names that look alike are alike.
    private static boolean isUnseen(int c) {
        return c == 0x00AD || c == 0x180E || c == 0x200B || isIn(c, 0x2060, 0x2064);
    }

    private static boolean isMark(int c) {
        var type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
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
