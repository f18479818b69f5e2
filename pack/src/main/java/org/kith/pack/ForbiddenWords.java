package org.kith.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Word;
import org.kith.pack.source.YamlFile;

/// The words of `never-asked.yaml`, and whether a text holds one.
final class ForbiddenWords {
    private static final String IDS = "ids";
    private static final Pattern MARKS = Pattern.compile("[\\p{Mn}\\p{Cf}]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern SPACED_OUT = Pattern.compile("(?<!\\p{L})(?:\\p{L}[ .·*_-]){3,}\\p{L}(?!\\p{L})");
    private static final Pattern WITHIN_A_WORD = Pattern.compile("(?<=\\p{L})[-·*_](?=\\p{L})");

    /// A word found in a text.
    ///
    /// @param topic what it is about
    record Found(String topic, String word) {}

    /// A star stood for the rest of the word where it may start or end within one.
    private record Phrase(String topic, String text, boolean startsAnywhere, boolean endsAnywhere) {}

    private final List<Phrase> phrases;

    private ForbiddenWords(List<Phrase> phrases) {
        this.phrases = List.copyOf(phrases);
    }

    /// Those that texts are searched for, in all languages: a text may use the word of another.
    static ForbiddenWords ofTexts() {
        return read(language -> !language.equals(IDS));
    }

    static ForbiddenWords ofIds() {
        return read(language -> language.equals(IDS));
    }

    /// The first word of each topic that the text holds.
    List<Found> in(String text) {
        var plain = plain(text);
        var found = new ArrayList<Found>();
        for (var form : forms(plain)) {
            for (var phrase : phrases) {
                if (isIn(form, phrase) && found.stream().noneMatch(each -> each.topic.equals(phrase.topic))) {
                    found.add(new Found(phrase.topic, phrase.text));
                }
            }
        }
        return found;
    }

    /// Besides the text itself, where that differs: with words drawn together that were spaced out or cut by hyphens.
    private static List<String> forms(String plain) {
        var forms = new ArrayList<>(List.of(plain));
        var drawn = SPACED_OUT.matcher(plain).replaceAll(each -> each.group().replaceAll("[ .·*_-]", ""));
        if (!drawn.equals(plain)) forms.add(drawn);
        var joined = WITHIN_A_WORD.matcher(plain).replaceAll("");
        if (!joined.equals(plain)) forms.add(joined);
        return forms;
    }

    private static boolean isIn(String text, Phrase phrase) {
        for (var at = text.indexOf(phrase.text); at >= 0; at = text.indexOf(phrase.text, at + 1)) {
            var end = at + phrase.text.length();
            var starts = phrase.startsAnywhere || at == 0 || !isOfWord(text.codePointBefore(at));
            var ends = phrase.endsAnywhere || end == text.length() || !isOfWord(text.codePointAt(end));
            if (starts && ends) return true;
        }
        return false;
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c);
    }

    /// Lower case, without accents, vowel signs and unseen characters, so that no spelling hides a word.
    private static String plain(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SPACES.matcher(bare).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private static ForbiddenWords read(Predicate<String> languages) {
        var faults = new Faults();
        var file = YamlFile.read("never-asked.yaml", resource(), faults).orElseThrow();
        var phrases = new ArrayList<Phrase>();
        for (var topic : file.keys()) {
            var words = file.block(topic).orElseThrow();
            words.keys().stream()
                    .filter(languages)
                    .forEach(language -> phrases.addAll(phrases(topic, language, words)));
        }
        if (!faults.none()) throw new IllegalStateException(faults.sorted().toString());
        return new ForbiddenWords(phrases);
    }

    private static List<Phrase> phrases(String topic, String language, Block words) {
        return words.words(language).stream()
                .map(Word::text)
                .map(word -> new Phrase(topic, plain(word.replace("*", "")), word.startsWith("*"), word.endsWith("*")))
                .toList();
    }

    private static byte[] resource() {
        try (var stream = ForbiddenWords.class.getResourceAsStream("never-asked.yaml")) {
            if (stream == null) throw new IllegalStateException("never-asked.yaml is not in the library");
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
