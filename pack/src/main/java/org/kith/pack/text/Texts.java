package org.kith.pack.text;

import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.MessageFormat;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The texts of one language, ready to be filled in. Safe to use from many threads.
public final class Texts {
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";

    private final Language language;
    private final Map<String, MessageFormat> formats = new LinkedHashMap<>();

    Texts(Language language, Map<String, String> patterns) {
        this.language = language;
        patterns.forEach((key, pattern) -> formats.put(key, new MessageFormat(pattern, language.locale())));
    }

    public Language language() {
        return language;
    }

    public boolean has(String key) {
        return formats.containsKey(key);
    }

    public String text(String key) {
        return text(key, Map.of());
    }

    /// Fills in named values. Plain text, not HTML: whoever writes a page escapes it.
    public String text(String key, Map<String, ?> values) {
        var format = formats.get(key);
        if (format == null) throw new IllegalArgumentException("no text " + key + " in " + language.tag());

        var filled = new HashMap<String, Object>();
        values.forEach((name, value) -> filled.put(name, value instanceof String text ? isolated(text) : value));
        // A MessageFormat keeps state while it formats.
        return format.clone().format(filled);
    }

    /// A name that runs against the direction of the sentence must not turn the words around it.
    private String isolated(String value) {
        var against = language.rightToLeft() ? Bidi.LTR : Bidi.RTL;
        return Bidi.getBaseDirection(value) == against ? FIRST_STRONG_ISOLATE + value + POP_ISOLATE : value;
    }
}
