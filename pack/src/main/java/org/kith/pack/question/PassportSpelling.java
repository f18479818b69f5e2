package org.kith.pack.question;

import com.ibm.icu.text.Transliterator;
import java.util.Locale;
import java.util.Map;

/// Names as the machine-readable lines of a passport spell them: A to Z, spaces, hyphens and apostrophes.
final class PassportSpelling {
    private static final int LONGEST = 100;
    private static final Transliterator TO_ASCII =
            Transliterator.getInstance("Any-Latin; NFD; [:Mn:] Remove; NFC; Latin-ASCII; Upper");

    private PassportSpelling() {}

    static String read(AnswerForm form, String field) {
        var wrote = form.line(field, LONGEST);
        var spelling = wrote.replace('’', '\'').replace('<', ' ').strip().toUpperCase(Locale.ROOT);
        if (spelling.matches("[A-Z' -]*") && wrote.toLowerCase(Locale.ROOT).matches("[a-z'’< -]*")) return spelling;

        var suggestion = suggest(wrote);
        if (suggestion.isEmpty()) {
            form.refuse(field, "refused.passport-spelling.plain", Map.of("wrote", wrote));
        } else {
            form.refuse(field, "refused.passport-spelling.suggest", Map.of("wrote", wrote, "suggestion", suggestion));
        }
        return "";
    }

    /// What the passport probably says; the person copies it from there in any case.
    static String suggest(String name) {
        return TO_ASCII.transliterate(name)
                .replace('’', '\'')
                .replaceAll("[^A-Z' -]", "")
                .strip();
    }
}
