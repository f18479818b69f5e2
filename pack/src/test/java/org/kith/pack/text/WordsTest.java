package org.kith.pack.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.pack.source.Faults;

/// The words of the software itself, which a pack in any of the seven languages can build on.
class WordsTest {
    private static final Pattern PLURAL = Pattern.compile("\\{\\w+, plural,");
    private static final Pattern CATEGORY = Pattern.compile("(zero|one|two|few|many|other) \\{");

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "ar", "ru", "he", "zh"})
    void every_word_stands_with_the_same_values_in(String language) throws IOException {
        var english = words("en");
        var translated = words(language);

        assertThat(translated.keySet()).containsExactlyInAnyOrderElementsOf(english.keySet());
        english.forEach((key, text) -> assertThat(Catalogue.argumentsOf(translated.get(key)))
                .as("what %s in %s takes", key, language)
                .isEqualTo(Catalogue.argumentsOf(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar", "ru", "he", "zh"})
    void apostrophes_are_typographic_and_plurals_are_those_of(String language) throws IOException {
        var needed = new HashSet<>(PluralRules.forLocale(new ULocale(language)).getKeywords());
        needed.remove("zero");

        words(language).forEach((key, text) -> {
            assertThat(text).as("%s in %s", key, language).doesNotContain("'");
            if (PLURAL.matcher(text).find()) {
                assertThat(CATEGORY.matcher(text).results().map(found -> found.group(1)))
                        .as("%s in %s", key, language)
                        .containsExactlyInAnyOrderElementsOf(needed);
            }
        });
    }

    private static Map<String, String> words(String language) throws IOException {
        var faults = new Faults();
        try (var stream = Objects.requireNonNull(WordsTest.class.getResourceAsStream(language + ".yaml"))) {
            var texts = Catalogue.read(language + ".yaml", stream.readAllBytes(), faults)
                    .orElseThrow()
                    .texts();
            return texts.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> entry.getValue().text()));
        }
    }
}
