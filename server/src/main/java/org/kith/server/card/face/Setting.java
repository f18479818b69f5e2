package org.kith.server.card.face;

import com.ibm.icu.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text broken into lines, at a size at which they fit.
record Setting(List<String> lines, Style style, double size) {
    /// The largest of `sizes` at which `text` takes at most `lines` lines of `width`; the smallest if none does.
    static Setting within(String text, Style style, double width, int lines, double... sizes) {
        var setting = at(text, style, width, sizes[0]);
        for (var size : sizes) {
            setting = at(text, style, width, size);
            if (setting.lines().size() <= lines) return setting;
        }
        return setting;
    }

    static Setting at(String text, Style style, double width, double size) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var piece : pieces(text, BreakIterator.getLineInstance(Locale.ROOT))) {
            if (!fits(line + piece, style, width, size) && !line.isEmpty()) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
            if (!fits(piece, style, width, size)) breakInside(line, lines, style, width, size);
        }
        if (!line.isEmpty()) lines.add(line.toString().strip());
        return new Setting(List.copyOf(lines), style, size);
    }

    double height() {
        return lines.size() * size * leading();
    }

    double leading() {
        return 1.22;
    }

    /// A single word longer than a line is broken between letters as a reader counts them; nothing is ever cut.
    private static void breakInside(StringBuilder line, List<String> lines, Style style, double width, double size) {
        var word = line.toString();
        line.setLength(0);
        for (var letter : pieces(word, BreakIterator.getCharacterInstance(Locale.ROOT))) {
            if (!fits(line + letter, style, width, size)) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(letter);
        }
    }

    private static boolean fits(String text, Style style, double width, double size) {
        return VisualText.width(text.strip(), style, size) <= width;
    }

    private static List<String> pieces(String text, BreakIterator breaks) {
        var pieces = new ArrayList<String>();
        breaks.setText(text);
        var start = breaks.first();
        for (var end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }
}
