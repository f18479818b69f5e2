package org.kith.server.matching;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kith.credential.mrz.Transliteration;

/// A name in the spellings by which it is found. Its parts stand in the order of the alphabet, because forms and
/// passports take one part for the given name or the other, and some people have one name only.
public final class NameSpellings {
    /// Müller is MUELLER in some passports (ICAO 9303-3 §6) and MULLER in others.
    private static final Transliterator WITHOUT_MARKS =
            Transliterator.getInstance("NFD; [:Mn:] Remove; NFC; Latin-ASCII; Upper");

    private static final Pattern GAPS = Pattern.compile("[^A-Z]+");
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}ـ]+");
    private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}]+");

    private NameSpellings() {}

    /// Every spelling of a name; none where it has no letters.
    ///
    /// @param name all its parts, in any script
    public static Set<String> of(String name) {
        var spellings = new LinkedHashSet<String>();
        Stream.of(latin(name), withoutMarks(name), ownScript(name))
                .filter(Predicate.not(String::isEmpty))
                .forEach(spellings::add);
        return spellings;
    }

    private static String latin(String name) {
        return sorted(Transliteration.toMrz(name).split("<"));
    }

    private static String withoutMarks(String name) {
        if (!isLatin(name)) return "";
        var plain = WITHOUT_MARKS.transliterate(name).replaceAll("['’]", "");
        return sorted(GAPS.split(plain));
    }

    /// Two people may spell one name of another script in two ways in Latin. Vowel points, joiners and case tell
    /// nothing
    /// apart.
    private static String ownScript(String name) {
        if (isLatin(name)) return "";
        var bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
        return sorted(NOT_LETTERS.split(UCharacter.foldCase(bare, true)));
    }

    private static boolean isLatin(String name) {
        return name.codePoints().filter(Character::isLetter).allMatch(c -> UnicodeScript.of(c) == UnicodeScript.LATIN);
    }

    private static String sorted(String... parts) {
        return Stream.of(parts).filter(Predicate.not(String::isEmpty)).sorted().collect(Collectors.joining(" "));
    }
}
