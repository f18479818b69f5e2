package org.kith.credential.mrz;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Spells a name in the zone's letters: Latin, Cyrillic and Arabic script by the tables of ICAO 9303-3 §6.
///
/// A document may spell the same name otherwise, by the person's wish or a state's custom. What comes out
/// here is a
/// suggestion to correct, never a reason to refuse somebody.
public final class Transliteration {
    /// For scripts 9303 has no table for (Hebrew, Greek, Armenian, Georgian, Chinese and others): ICU's Latin.
    private static final Transliterator ICU = Transliterator.getInstance("Any-Latin; Latin-ASCII");

    /// What parts a name: spaces, hyphens, commas (§4.6), and the dot between names in Japanese.
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Z}\\p{Pd},;/<・]+");

    private final String language;
    private final StringBuilder written = new StringBuilder();
    private final StringBuilder unknown = new StringBuilder();
    private String last = "";

    private Transliteration(String language) {
        this.language = language;
    }

    /// `name` in capitals `A` to `Z`, its parts set apart by one filler: `Серге́й Д'Арк-Ли` gives
    /// `SERGEI<DARK<LI`.
    /// Signs and digits are left away (§4.6). Empty if nothing of the name can be written.
    public static String toMrz(String name) {
        return toMrz(name, Locale.ROOT);
    }

    /// The same for a name in a known language, for the letters that Belarusian, Bulgarian, Macedonian,
    /// Serbian and
    /// Ukrainian write otherwise (§6 B). Other languages make no difference.
    public static String toMrz(String name, Locale language) {
        var parts = new ArrayList<String>();
        for (var part : GAPS.split(Normalizer.normalize(name, Normalizer.Form.NFKC), 0)) {
            var written = new Transliteration(language.getLanguage()).part(part);
            if (!written.isEmpty()) parts.add(written);
        }
        return String.join("<", parts);
    }

    private String part(String part) {
        var letters = part.codePoints().toArray();
        for (var i = 0; i < letters.length; i++) {
            letter(letters[i], i + 1 == letters.length);
        }
        flush();
        return written.toString();
    }

    private void letter(int c, boolean end) {
        var letter = Character.toString(c).toUpperCase(Locale.ROOT);
        var known = table(letter, end);
        if (known != null) {
            write(known);
        } else if (letter.equals("\u0651")) {
            // §6 C, note 3: shadda denotes doubling; the character or sequence is repeated.
            write(last);
        } else if (Character.isLetter(c) || (!unknown.isEmpty() && isMark(c))) {
            unknown.appendCodePoint(c);
        }
    }

    private @Nullable String table(String letter, boolean end) {
        if (letter.equals("ة") && end) return "XAH";
        var first = written.isEmpty() && unknown.isEmpty();
        var known = TransliterationTables.of(letter, first, language);
        if (known != null) return known;
        // Accents that no table names fall away: the base letter is left, in Latin as in Cyrillic.
        var bare = Normalizer.normalize(letter, Normalizer.Form.NFD).replaceAll("\\p{Mn}+", "");
        return bare.matches("[A-Z]+") ? bare : TransliterationTables.of(bare, first, language);
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private void write(String text) {
        flush();
        written.append(text);
        last = text;
    }

    private void flush() {
        if (unknown.isEmpty()) return;
        written.append(
                ICU.transliterate(unknown.toString()).toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", ""));
        unknown.setLength(0);
    }
}
