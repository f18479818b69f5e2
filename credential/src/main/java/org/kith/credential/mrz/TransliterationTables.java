package org.kith.credential.mrz;

import java.util.HashMap;
import java.util.Map;
import java.util.Scanner;
import org.jspecify.annotations.Nullable;

/// The tables of ICAO 9303-3 §6, capitals only. A letter with nothing behind it is not encoded.
final class TransliterationTables {
    /// §6 A, where it gives more than the base letter. All other accents fall away.
    private static final String LATIN = """
            Ä AE  Å AA  Æ AE  Ð D   Ö OE  Ø OE  Ü UE  Þ TH  ẞ SS  ß SS
            Đ D   Ħ H   ı I   Ĳ IJ  Ŀ L   Ł L   Ŋ N   Œ OE  Ŧ T
            """;

    /// §6 B. The soft sign is not in it, and is left away. Ѓ and Ћ stand in it under the numbers of Ғ and Һ.
    private static final String CYRILLIC = """
            А A   Б B   В V   Г G   Д D   Е E   Ё E   Ж ZH  З Z   И I   Й I   К K   Л L   М M   Н N
            О O   П P   Р R   С S   Т T   У U   Ф F   Х KH  Ц TS  Ч CH  Ш SH  Щ SHCH  Ъ IE  Ы Y   Э E
            Ю IU  Я IA  Ђ D   Є IE  Ѕ DZ  І I   Ї I   Ј J   Љ LJ  Њ NJ  Ќ K   Ў U   Џ DZ
            Ѫ U   Ѵ Y   Ґ G   Ғ G   Һ C   Ѓ G   Ћ C   Ѐ E   Ѝ I
            """;

    /// §6 B, "except": by language, and for the first letter of a name (written `^`).
    private static final Map<String, String> CYRILLIC_BY_LANGUAGE = Map.of(
            "be", "Ё IO  Г H",
            "uk", "Г H  И Y  ^Є YE  ^Ї YI  ^Й Y  ^Ю YU  ^Я YA",
            "sr", "Г H  Ж Z  Х H  Ц C  Ч C  Ш S",
            "mk", "Ѓ GJ  Ќ KJ  Џ DJ  Х H  Ц C",
            "bg", "Щ SHT");

    /// §6 C, with the two letters of Appendix B §B.5.4 for foreign names. Teh marbuta (ة) is XAH at the end
    /// of a
    /// name.
    private static final String ARABIC = """
            ء XE  آ XAA أ XAE ؤ U   إ I   ئ XI  ا A   ب B   ة XTA ت T   ث XTH ج J   ح XH  خ XKH د D
            ذ XDH ر R   ز Z   س S   ش XSH ص XSS ض XDZ ط XTT ظ XZZ ع E   غ G   ف F   ق Q   ك K   ل L
            م M   ن N   ه H   و W   ى XAY ي Y   ٱ XXA ٹ XXT ټ XRT پ P   ځ XKE څ XXH چ XC  ڈ XXD ډ XDR
            ڑ XXR ړ XRR ږ XRX ژ XJ  ښ XXS ک XKK ګ XXK ڭ XNG گ XGG ں XNN ڼ XXN ھ XDO ۀ XYH ہ XXG ۂ XGE
            ۃ XTG ی XYA ۍ XXY ې Y   ے XYB ۓ XBE ڤ V   ڥ XF
            """;

    /// §6 C: letters and signs that are not encoded.
    private static final String ARABIC_LEFT_AWAY = "ـڜڢڧڨ";

    /// Not in 9303: what passports of the states concerned print.
    private static final String NOT_IN_THE_BOOK = "Ə A";

    private static final Map<String, String> ALL = all();
    private static final Map<String, Map<String, String>> BY_LANGUAGE = byLanguage();

    private TransliterationTables() {}

    /// What stands for one capital letter, or null if no table has it.
    static @Nullable String of(String letter, boolean first, String language) {
        var own = BY_LANGUAGE.getOrDefault(language, Map.of());
        if (first && own.containsKey("^" + letter)) return own.get("^" + letter);
        return own.containsKey(letter) ? own.get(letter) : ALL.get(letter);
    }

    private static Map<String, String> all() {
        var table = new HashMap<String, String>();
        for (var rows : new String[] {LATIN, CYRILLIC, ARABIC, NOT_IN_THE_BOOK}) {
            table.putAll(table(rows));
        }
        (ARABIC_LEFT_AWAY + "Ь").chars().forEach(letter -> table.put(Character.toString(letter), ""));
        return Map.copyOf(table);
    }

    private static Map<String, Map<String, String>> byLanguage() {
        var tables = new HashMap<String, Map<String, String>>();
        CYRILLIC_BY_LANGUAGE.forEach((language, rows) -> tables.put(language, table(rows)));
        return Map.copyOf(tables);
    }

    private static Map<String, String> table(String rows) {
        var table = new HashMap<String, String>();
        try (var words = new Scanner(rows)) {
            while (words.hasNext()) {
                table.put(words.next(), words.next());
            }
        }
        return table;
    }
}
