package org.kith.server.card.face;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.Normalizer2;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Text as it stands on paper: letters joined, then ordered from left to right. Paper has nobody to do it later.
final class VisualText {
    private static final Map<FontFile, Map<Integer, Integer>> ADVANCES = readAll();

    private VisualText() {}

    /// The letters of one line of `text` from left to right.
    static String of(String text, boolean rightToLeft) {
        var bidi = new Bidi(ArabicLetters.joined(composed(text)), rightToLeft ? Bidi.RTL : Bidi.LTR);
        return bidi.writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS | Bidi.KEEP_BASE_COMBINING);
    }

    /// Whether every letter can be drawn, joined as its script joins it. A name that cannot is not drawn at all:
    /// boxes or broken letters in its place would be worse than its Latin spelling alone.
    static boolean canBeDrawn(String text, Style style) {
        var letters = composed(text);
        return ArabicLetters.canJoin(letters)
                && ArabicLetters.joined(letters)
                        .codePoints()
                        .filter(letter -> !isControl(letter))
                        .allMatch(letter -> font(letter, style).isPresent());
    }

    /// The first font of a style that has a letter.
    static Optional<FontFile> font(int letter, Style style) {
        return style.fonts().stream()
                .filter(font -> advances(font).containsKey(letter))
                .findFirst();
    }

    /// Width in the unit of `size`.
    static double width(String text, Style style, double size) {
        var thousandths = of(text, false)
                .codePoints()
                .map(letter -> font(letter, style)
                        .map(font -> advances(font).getOrDefault(letter, 0))
                        .orElse(0))
                .sum();
        return thousandths * size / 1000;
    }

    /// Accents become one with their letters. Vowel points of Arabic and Hebrew are left out, as is usual in print:
    /// they would have to be placed by the font's own rules. The signed code keeps them.
    private static String composed(String text) {
        var letters = Normalizer2.getNFCInstance().normalize(text).codePoints().filter(letter -> !isVowelPoint(letter));
        return letters.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isVowelPoint(int letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK && letter >= 0x0591 && letter <= 0x06ed;
    }

    private static boolean isControl(int letter) {
        return UCharacter.hasBinaryProperty(letter, UProperty.BIDI_CONTROL);
    }

    private static Map<Integer, Integer> advances(FontFile font) {
        return ADVANCES.getOrDefault(font, Map.of());
    }

    private static Map<FontFile, Map<Integer, Integer>> readAll() {
        var all = new EnumMap<FontFile, Map<Integer, Integer>>(FontFile.class);
        for (var font : FontFile.values()) all.put(font, font.advances());
        return all;
    }
}
