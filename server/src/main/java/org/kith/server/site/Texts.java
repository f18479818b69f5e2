package org.kith.server.site;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// Every text a page shows, by key, as ICU message patterns: `texts/<module>.<language>.properties`. A key without text
/// is a mistake of ours, and shows as one in tests.
@Component
public class Texts {
    private final Map<Locale, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();
    private final Brand brand;

    Texts(Brand brand) {
        this.brand = brand;
    }

    /// The text of `key` in `language`, else in the programme's first language, else in English, which is the
    /// only one of the officers' rooms.
    public String text(Locale language, String key, Object... arguments) {
        return format(language, key).format(arguments);
    }

    /// The same for a pattern with named values.
    public String text(Locale language, String key, Map<String, ?> values) {
        return format(language, key).format(values);
    }

    public boolean has(Locale language, String key) {
        return in(language).containsKey(key);
    }

    /// All keys with a text of their own in `language`; the test of completeness compares these.
    public Set<String> keys(Locale language) {
        return in(language).keySet();
    }

    private MessageFormat format(Locale language, String key) {
        var format = in(language).get(key);
        if (format == null) format = in(brand.fallback()).get(key);
        if (format == null) format = in(Locale.ENGLISH).get(key);
        if (format == null) throw new IllegalStateException("No text for " + key);

        // A MessageFormat keeps state while it formats.
        return format.clone();
    }

    private Map<String, MessageFormat> in(Locale language) {
        return formats.computeIfAbsent(language, this::load);
    }

    private Map<String, MessageFormat> load(Locale language) {
        var compiled = new HashMap<String, MessageFormat>();
        own(language).forEach((key, pattern) -> compiled.put(key, new MessageFormat(pattern, language)));
        return Map.copyOf(compiled);
    }

    private static Map<String, String> own(Locale language) {
        var found = new HashMap<String, String>();
        var pattern = "classpath*:texts/*." + language.getLanguage() + ".properties";
        try {
            for (var resource : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                var properties = new Properties();
                try (var reader = new InputStreamReader(resource.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.forEach((key, value) -> found.put((String) key, (String) value));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
