package org.kith.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// Every text that an applicant, a holder or someone who checks a card reads stands in every language.
class TranslationsTest {
    /// Officers' rooms and the demonstration are in English.
    private static final List<String> ENGLISH_ONLY = List.of("desk", "admin", "staff", "demo", "case");

    @ParameterizedTest
    @ValueSource(strings = {"ar", "ru"})
    void no_text_is_missing_in(String language) throws IOException {
        for (var english : resources("en")) {
            var name = Objects.requireNonNull(english.getFilename()).replace(".en.properties", "");
            if (ENGLISH_ONLY.stream().anyMatch(name::startsWith)) continue;

            var translated = read(name + "." + language + ".properties");
            var original = read(english.getFilename());

            assertThat(translated.stringPropertyNames())
                    .as("keys of texts/%s.%s.properties", name, language)
                    .containsExactlyInAnyOrderElementsOf(original.stringPropertyNames());
            for (var key : original.stringPropertyNames()) {
                assertThat(arguments(translated.getProperty(key)))
                        .as("what %s in %s takes", key, language)
                        .isEqualTo(arguments(original.getProperty(key)));
            }
        }
    }

    private static List<Resource> resources(String language) throws IOException {
        return List.of(new PathMatchingResourcePatternResolver()
                .getResources("classpath*:texts/*." + language + ".properties"));
    }

    private static Properties read(String name) throws IOException {
        var properties = new Properties();
        try (var in = TranslationsTest.class.getResourceAsStream("/texts/" + name)) {
            assertThat(in).as("texts/" + name).isNotNull();
            properties.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return properties;
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
}
