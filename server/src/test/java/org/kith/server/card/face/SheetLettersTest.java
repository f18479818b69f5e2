package org.kith.server.card.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A sheet in a language whose letters we cannot print is printed in the programme's first language instead.
class SheetLettersTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "fr", "es", "ar", "ru", "he"})
    void every_word_of_a_sheet_can_be_printed_in(String language) throws IOException {
        assertThat(words(language)).allMatch(text -> VisualText.canBeDrawn(text, Style.TEXT));
        assertThat(words(language)).allMatch(text -> VisualText.canBeDrawn(text, Style.STRONG));
        assertThat(words(language)).allMatch(text -> VisualText.canBeDrawn(text, Style.TITLE));
    }

    /// A Chinese font would be a tenth of the whole jar.
    @Test
    void a_sheet_in_chinese_cannot_be_printed_and_says_so() throws IOException {
        assertThat(words("zh")).noneMatch(text -> VisualText.canBeDrawn(text, Style.TEXT));
    }

    private static Stream<String> words(String language) throws IOException {
        var texts = new Properties();
        try (var in = SheetLettersTest.class.getResourceAsStream("/texts/card." + language + ".properties")) {
            texts.load(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8));
        }
        return texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("card.sheet.") && !key.equals("card.sheet.title"))
                .map(texts::getProperty);
    }
}
