package org.kith.pack.question;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.pack.text.Texts;

/// Countries by their three letters: ISO 3166-1, and those a pack invents or knows under another name.
public final class Countries {
    /// ICAO 9303-3 section 5: who issues travel documents or is a nationality there without being a country of ISO
    /// 3166.
    private static final Set<String> OF_DOCUMENTS =
            Set.of("XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "UNK", "XOM", "XPO", "EUE", "RKS");

    private static final Map<String, String> TWO_LETTERS = twoLetters();

    private final Set<String> own;

    /// Every page with a question about a country lists them all: named and sorted once a language.
    private final Map<Texts, List<Named>> inOrder = new ConcurrentHashMap<>();

    /// A country and what a language calls it.
    public record Named(String code, String name) {}

    public Countries(Set<String> own) {
        this.own = Set.copyOf(own);
    }

    public static boolean isIso(String code) {
        return TWO_LETTERS.containsKey(code);
    }

    public boolean knows(String code) {
        return own.contains(code) || isIso(code);
    }

    /// A state or body that a passport may name as its issuer or as a nationality.
    public boolean knowsInDocuments(String code) {
        return knows(code) || OF_DOCUMENTS.contains(code);
    }

    /// Germany's passports carry the single letter D (ICAO 9303-3 section 5).
    public static String fromDocument(String code) {
        return code.equals("D") ? "DEU" : code;
    }

    public String name(String code, Texts texts) {
        var key = "country." + code;
        if (texts.has(key)) return texts.text(key);
        var two = TWO_LETTERS.get(code);
        return two == null
                ? code
                : new ULocale("", two).getDisplayCountry(texts.language().locale());
    }

    /// All countries in the alphabetical order of the language.
    public List<Named> inOrder(Texts texts) {
        return inOrder.computeIfAbsent(texts, this::sorted);
    }

    private List<Named> sorted(Texts texts) {
        var codes = new TreeSet<>(own);
        codes.addAll(TWO_LETTERS.keySet());
        var alphabet = Collator.getInstance(texts.language().locale());
        return codes.stream()
                .map(code -> new Named(code, name(code, texts)))
                .sorted(Comparator.comparing(Named::name, alphabet::compare))
                .toList();
    }

    private static Map<String, String> twoLetters() {
        var codes = new TreeMap<String, String>();
        for (var two : Locale.getISOCountries()) codes.put(Locale.of("", two).getISO3Country(), two);
        return codes;
    }
}
