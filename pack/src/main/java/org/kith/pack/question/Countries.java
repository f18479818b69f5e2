package org.kith.pack.question;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
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

    /// Countries of ISO 3166-3 in which people alive, or their grandparents, may have been born, and the year in which
    /// they ceased to be. ISO has kept them since 1974; a pack names older ones itself.
    private static final Map<String, Integer> FORMER = Map.ofEntries(
            Map.entry("AFI", 1977),
            Map.entry("ANT", 2010),
            Map.entry("BUR", 1989),
            Map.entry("CSK", 1992),
            Map.entry("DDR", 1990),
            Map.entry("DHY", 1975),
            Map.entry("GEL", 1979),
            Map.entry("HVO", 1984),
            Map.entry("NHB", 1980),
            Map.entry("PCI", 1986),
            Map.entry("PCZ", 1979),
            Map.entry("RHO", 1980),
            Map.entry("SCG", 2006),
            Map.entry("SKM", 1975),
            Map.entry("SUN", 1991),
            Map.entry("TMP", 2002),
            Map.entry("VDR", 1976),
            Map.entry("YMD", 1990),
            Map.entry("YUG", 2003),
            Map.entry("ZAR", 1997));

    private final Set<String> own;
    private final SortedMap<String, Integer> former = new TreeMap<>(FORMER);

    /// Every page with a question about a country lists them all: named and sorted once a language.
    private final Map<Texts, List<Named>> inOrder = new ConcurrentHashMap<>();

    private final Map<Texts, List<Named>> inOrderWithFormer = new ConcurrentHashMap<>();

    /// A country and what a language calls it.
    public record Named(String code, String name) {}

    public Countries(Set<String> own) {
        this(own, Map.of());
    }

    /// The countries of a pack.
    ///
    /// @param ownFormer countries that are no more, with their last year
    public Countries(Set<String> own, Map<String, Integer> ownFormer) {
        this.own = Set.copyOf(own);
        this.former.putAll(ownFormer);
    }

    public static boolean isIso(String code) {
        return TWO_LETTERS.containsKey(code);
    }

    public boolean knows(String code) {
        return own.contains(code) || isIso(code);
    }

    /// A country of today, or one that is no more.
    public boolean knowsOrKnew(String code) {
        return knows(code) || former.containsKey(code);
    }

    public static boolean wasIso(String code) {
        return FORMER.containsKey(code);
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

    /// The name as a list shows it: with its last year, if the country is no more.
    public String label(String code, Texts texts) {
        var until = former.get(code);
        if (until == null || knows(code)) return name(code, texts);
        return texts.text("country.former", Map.of("name", name(code, texts), "until", String.valueOf(until)));
    }

    /// All countries in the alphabetical order of the language.
    public List<Named> inOrder(Texts texts) {
        return inOrder.computeIfAbsent(texts, each -> sorted(each, Set.of()));
    }

    /// All countries, and those that are no more where a question takes them.
    public List<Named> inOrder(Texts texts, boolean historic) {
        if (!historic) return inOrder(texts);
        return inOrderWithFormer.computeIfAbsent(texts, each -> sorted(each, former.keySet()));
    }

    private List<Named> sorted(Texts texts, Set<String> more) {
        var codes = new TreeSet<>(own);
        codes.addAll(TWO_LETTERS.keySet());
        codes.addAll(more);
        var alphabet = Collator.getInstance(texts.language().locale());
        return codes.stream()
                .map(code -> new Named(code, label(code, texts)))
                .sorted(Comparator.comparing(Named::name, alphabet::compare))
                .toList();
    }

    private static Map<String, String> twoLetters() {
        var codes = new TreeMap<String, String>();
        for (var two : Locale.getISOCountries()) codes.put(Locale.of("", two).getISO3Country(), two);
        return codes;
    }
}
