package org.kith.pack.programme;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.kith.pack.question.Countries;
import org.kith.pack.source.Block;
import org.kith.pack.source.Word;
import org.kith.pack.text.NeededTexts;

/// Reads the countries that a pack names besides those of ISO 3166: invented ones, and ones that are no more.
final class CountriesReader {
    private CountriesReader() {}

    static Countries read(Block programme, NeededTexts texts) {
        var own = new LinkedHashSet<String>();
        for (var word : programme.words("countries")) {
            if (Countries.isIso(word.text()) || Countries.wasIso(word.text())) taken(programme, word);
            own.add(code(programme, word, texts));
        }
        return new Countries(own, former(programme, own, texts));
    }

    private static Map<String, Integer> former(Block programme, Set<String> own, NeededTexts texts) {
        var former = new LinkedHashMap<String, Integer>();
        for (var each : programme.blocks("historic-countries")) {
            each.only("code", "until");
            var code = code(programme, each.word("code"), texts);
            if (Countries.isIso(code) || own.contains(code) || former.containsKey(code)) {
                taken(programme, each.word("code"));
            }
            former.put(code, each.number("until", 1700, 2200));
        }
        return former;
    }

    private static String code(Block programme, Word word, NeededTexts texts) {
        if (word.text().matches("[A-Z]{3}")) return named(word, texts);
        if (!word.text().isEmpty()) taken(programme, word);
        return word.text();
    }

    private static String named(Word word, NeededTexts texts) {
        texts.need("country." + word.text(), word.place());
        return word.text();
    }

    private static void taken(Block programme, Word word) {
        programme
                .faults()
                .add(
                        word.place(),
                        "`" + word.text() + "` cannot be a country of the pack's own",
                        "use three letters that ISO 3166 leaves free");
    }
}
