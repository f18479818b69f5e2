package org.kith.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Every text that an applicant, a holder or someone who checks a card reads stands in every language.
class TranslationsTest {
    /// Officers' rooms and the demonstration are in English.
    private static final List<String> ENGLISH_ONLY = List.of("desk", "admin", "staff", "demo", "case");

    /// Words that are the same in two languages.
    private static final Map<String, Set<String>> AS_IN_ENGLISH = Map.of(
            "fr", Set.of("Messages", "Page {0}", "Active"),
            "es", Set.of("No", "Error", "Error:"));

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "ar", "ru", "he", "zh"})
    void no_text_is_missing_in(String language) throws IOException {
        for (var english : forEveryone()) {
            var translated = read(english.replace(".en.", "." + language + "."));
            var original = read(english);

            assertThat(translated.stringPropertyNames())
                    .as("keys of texts/%s in %s", english, language)
                    .containsExactlyInAnyOrderElementsOf(original.stringPropertyNames());
            for (var key : original.stringPropertyNames()) {
                assertThat(arguments(translated.getProperty(key)))
                        .as("what %s in %s takes", key, language)
                        .isEqualTo(arguments(original.getProperty(key)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "es", "ar", "ru", "he", "zh"})
    void no_text_is_left_in_english_in(String language) throws IOException {
        for (var english : forEveryone()) {
            var translated = read(english.replace(".en.", "." + language + "."));
            read(english).forEach((key, original) -> {
                if (hasNoWords((String) original)) return;
                if (AS_IN_ENGLISH.getOrDefault(language, Set.of()).contains(original)) return;

                assertThat(translated.get(key)).as("%s in %s", key, language).isNotEqualTo(original);
            });
        }
    }

    /// A number that falls into a category of its own needs words of its own; a category the language does not know is
    /// never used. Nobody counts nothing in words: that stands under `=0` where it can happen.
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar", "ru", "he", "zh"})
    void plurals_are_those_of(String language) throws IOException {
        var known = PluralRules.forLocale(new ULocale(language)).getKeywords();
        var needed = new HashSet<>(known);
        needed.remove("zero");

        for (var english : forEveryone()) {
            read(english.replace(".en.", "." + language + ".")).forEach((key, pattern) -> {
                for (var plural : plurals((String) pattern)) {
                    assertThat(plural).as("%s in %s", key, language).isSubsetOf(known);
                    assertThat(plural).as("%s in %s", key, language).containsAll(needed);
                }
            });
        }
    }

    /// A straight apostrophe opens a quotation for ICU and swallows what follows.
    @Test
    void apostrophes_are_typographic() throws IOException {
        for (var file : named("*")) {
            read(file)
                    .forEach((key, text) -> assertThat((String) text)
                            .as("%s in texts/%s", key, file)
                            .doesNotContain("'"));
        }
    }

    private static List<String> forEveryone() throws IOException {
        return named("*.en").stream()
                .filter(name -> ENGLISH_ONLY.stream().noneMatch(name::startsWith))
                .toList();
    }

    private static List<String> named(String pattern) throws IOException {
        var found =
                new PathMatchingResourcePatternResolver().getResources("classpath*:texts/" + pattern + ".properties");
        return List.of(found).stream()
                .map(Resource::getFilename)
                .map(Objects::requireNonNull)
                .toList();
    }

    private static Properties read(String name) throws IOException {
        var properties = new Properties();
        try (var in = TranslationsTest.class.getResourceAsStream("/texts/" + name)) {
            assertThat(in).as("texts/" + name).isNotNull();
            properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static boolean hasNoWords(String pattern) {
        return pattern.replaceAll("\\{[^}]*}", "").chars().noneMatch(Character::isLetter);
    }

    private static Set<String> arguments(String pattern) {
        var parsed = new MessagePattern(pattern);
        var names = new TreeSet<String>();
        IntStream.range(0, parsed.countParts())
                .mapToObj(parsed::getPart)
                .filter(part -> part.getType() == Part.Type.ARG_NAME || part.getType() == Part.Type.ARG_NUMBER)
                .forEach(part -> names.add(parsed.getSubstring(part)));
        return names;
    }

    /// The categories that each plural in a pattern distinguishes, without numbers written out as `=0`.
    private static List<Set<String>> plurals(String pattern) {
        var parsed = new MessagePattern(pattern);
        return IntStream.range(0, parsed.countParts())
                .filter(at -> parsed.getPartType(at) == Part.Type.ARG_START)
                .filter(at -> parsed.getPart(at).getArgType() == ArgType.PLURAL)
                .mapToObj(at -> categories(parsed, at))
                .toList();
    }

    private static Set<String> categories(MessagePattern parsed, int start) {
        var found = new TreeSet<String>();
        for (var at = start + 1; at < parsed.getLimitPartIndex(start); at++) {
            var part = parsed.getPart(at);
            if (part.getType() == Part.Type.MSG_START) at = parsed.getLimitPartIndex(at);
            else if (part.getType() == Part.Type.ARG_SELECTOR
                    && !parsed.getSubstring(part).startsWith("=")) {
                found.add(parsed.getSubstring(part));
            }
        }
        return found;
    }
}
