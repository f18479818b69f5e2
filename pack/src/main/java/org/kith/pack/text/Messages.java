package org.kith.pack.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The texts of a programme in all its languages. A text that a language lacks is taken from a wider one
/// (`fr-CA`, then `fr`), then from English.
public final class Messages {
    private final List<Language> languages;
    private final Map<String, Texts> byTag = new LinkedHashMap<>();

    Messages(List<Language> languages, Map<String, Map<String, String>> patterns) {
        this.languages = List.copyOf(languages);
        for (var language : languages) {
            var own = new LinkedHashMap<>(patterns.getOrDefault("en", Map.of()));
            own.putAll(patterns.getOrDefault(language.tag().replaceAll("-.*", ""), Map.of()));
            own.putAll(patterns.getOrDefault(language.tag(), Map.of()));
            byTag.put(language.tag(), new Texts(language, own));
        }
    }

    /// In the order the programme lists them; the first is its own first choice.
    public List<Language> languages() {
        return languages;
    }

    public Optional<Texts> find(String tag) {
        return Optional.ofNullable(byTag.get(tag));
    }

    /// Whether there are texts of the language asked for, or of its wider one.
    public boolean speaks(String tag) {
        return find(tag).or(() -> find(tag.replaceAll("-.*", ""))).isPresent();
    }

    /// The texts of the language asked for, else of its wider one, else English.
    public Texts in(String tag) {
        return find(tag).or(() -> find(tag.replaceAll("-.*", ""))).orElseGet(this::english);
    }

    public Texts english() {
        return find("en").orElseThrow();
    }
}
