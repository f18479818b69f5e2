package org.kith.pack.text;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kith.pack.source.Faults;
import org.kith.pack.source.PackFolder;
import org.kith.pack.source.Place;
import org.kith.pack.source.Word;

/// Reads `messages/<language>.yaml` and checks each language against English: same texts, same values to fill in.
public final class MessageFiles {
    private final Map<String, Catalogue> packs = new LinkedHashMap<>();
    private final Map<String, Catalogue> words = new LinkedHashMap<>();
    private final List<Language> languages;

    private MessageFiles(List<Language> languages) {
        this.languages = languages;
    }

    /// Reads the texts of the languages that the programme lists.
    ///
    /// @param declared the languages of `programme.yaml` with their places
    public static MessageFiles read(PackFolder folder, Map<Language, Place> declared, Faults faults) {
        var read = new MessageFiles(List.copyOf(declared.keySet()));
        declared.forEach((language, place) -> {
            read.wordsOf(language, place, faults);
            var file = "messages/" + language.tag() + ".yaml";
            var content = folder.files().get(file);
            if (content == null) {
                faults.add(place, "no texts in `" + language.tag() + "`", "write " + file + " or remove the language");
            } else {
                Catalogue.read(file, content, faults).ifPresent(texts -> read.packs.put(language.tag(), texts));
            }
        });
        folder.in("messages").stream()
                .filter(file -> !file.equals("messages/en.yaml"))
                .filter(file -> declared.keySet().stream().noneMatch(l -> file.equals("messages/" + l.tag() + ".yaml")))
                .forEach(file -> faults.add(
                        new Place(file, 1),
                        "no language of that name is listed",
                        "add it to `languages` in programme.yaml or remove the file"));
        return read;
    }

    /// The words that are the same for every state: refusals of an answer, yes and no.
    private void wordsOf(Language language, Place place, Faults faults) {
        var file = language.tag() + ".yaml";
        try (var stream = MessageFiles.class.getResourceAsStream(file)) {
            if (stream == null) {
                faults.add(
                        place,
                        "the software has no words of its own in `" + language.tag() + "` yet",
                        "translate pack/src/main/resources/org/kith/pack/text/en.yaml or remove the language");
                return;
            }
            Catalogue.read(file, stream.readAllBytes(), faults).ifPresent(texts -> words.put(language.tag(), texts));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Tells of texts that are needed and missing, that a translation lacks, or that take other values than the
    /// English.
    public void check(NeededTexts needed, Faults faults) {
        var english = packs.get("en");
        if (english == null) return;

        needed.all().forEach((key, place) -> {
            if (english(key).isEmpty()) faults.add(place, "no text `" + key + "`", "add it to " + lacking(key));
        });
        var filledIn = new FilledIn(faults);
        english.texts().forEach((key, word) -> filledIn.english(key, word, given(key)));
        packs.values().stream()
                .filter(other -> !other.equals(english))
                .forEach(other -> compare(english, other, faults));
    }

    /// The files of the languages that lack a text.
    private String lacking(String key) {
        return packs.values().stream()
                .filter(each -> !each.texts().containsKey(key))
                .map(Catalogue::file)
                .sorted(Comparator.comparing(file -> !file.equals("messages/en.yaml")))
                .collect(Collectors.joining(", "));
    }

    /// The texts that a language lacks, also one that is not listed yet, in the order of the English ones.
    public List<MissingText> missing(String tag, NeededTexts needed) {
        var english = Optional.ofNullable(packs.get("en")).map(Catalogue::texts).orElse(Map.of());
        var there = Optional.ofNullable(packs.get(tag)).map(Catalogue::texts).orElse(Map.of());
        var keys = new LinkedHashSet<>(english.keySet());
        needed.all().keySet().stream()
                .filter(key -> wordOfSoftware(key).isEmpty())
                .forEach(keys::add);
        return keys.stream()
                .filter(key -> !there.containsKey(key))
                .map(key -> new MissingText(
                        key, Optional.ofNullable(english.get(key)).map(Word::text)))
                .toList();
    }

    /// Tells of texts that are said nowhere. Only where every part of the pack could be read, and misses no text: what
    /// could not be read may say them, and a text that is missing may be one of them under another name.
    public void checkForLeftovers(NeededTexts needed, Faults faults) {
        if (needed.all().keySet().stream().anyMatch(key -> english(key).isEmpty())) return;
        var english = Optional.ofNullable(packs.get("en")).map(Catalogue::texts).orElse(Map.of());
        english.forEach((key, word) -> {
            if (!needed.mayBeSaid(key) && wordOfSoftware(key).isEmpty()) {
                faults.add(
                        word.place(),
                        "`" + key + "` is said nowhere",
                        "mend its name, or remove it from messages/en.yaml and the other languages");
            }
        });
    }

    private Optional<Word> wordOfSoftware(String key) {
        return Optional.ofNullable(words.get("en")).map(own -> own.texts().get(key));
    }

    /// The software fills in only what its own words name, and the number of one in a group.
    private Set<String> given(String key) {
        Set<String> given = key.endsWith(".item") ? Set.of("number") : Set.of();
        return wordOfSoftware(key).map(own -> Catalogue.argumentsOf(own.text())).orElse(given);
    }

    private void compare(Catalogue english, Catalogue other, Faults faults) {
        var near = other.top();
        var before = "";
        for (var entry : english.texts().entrySet()) {
            var key = entry.getKey();
            var translated = other.texts().get(key);
            if (translated == null) {
                faults.add(near, "`" + key + "` is missing", place(key, before) + english(entry.getValue()));
                continue;
            }
            near = translated.place();
            before = key;
            new FilledIn(faults).translated(key, translated, entry.getValue());
        }
        other.texts().forEach((key, word) -> {
            if (!english.texts().containsKey(key)) {
                faults.add(
                        word.place(), "`" + key + "` has no English text", "add it to messages/en.yaml or remove it");
            }
        });
    }

    /// Where a missing text goes; a key with dots is only right at the margin.
    private static String place(String key, String before) {
        var atTheEnd = "add `" + key + ": …` at the end of the file";
        return parent(key).equals(parent(before))
                ? "add it after this line, indented alike, or " + atTheEnd.substring("add ".length())
                : atTheEnd;
    }

    private static String parent(String key) {
        return key.substring(0, Math.max(0, key.lastIndexOf('.')));
    }

    private static String english(Word word) {
        return "; in English: “" + word.text() + "”";
    }

    /// What a text of the pack says in English once it is shown, with its place; empty for one that does not parse.
    public Optional<Word> shownInEnglish(String key) {
        return Optional.ofNullable(everywhere(key).get("en")).flatMap(MessageFiles::shown);
    }

    /// What a text says in each language once it is shown.
    public List<Word> shown(String key) {
        return everywhere(key).values().stream()
                .flatMap(word -> shown(word).stream())
                .toList();
    }

    private static Optional<Word> shown(Word word) {
        try {
            return Optional.of(new Word(new MessageFormat(word.text()).format(Map.of()), word.place()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty(); // told when the file was read
        }
    }

    /// The English text, of the pack or of the software.
    public Optional<String> english(String key) {
        return Optional.ofNullable(packs.get("en"))
                .map(own -> own.texts().get(key))
                .or(() -> wordOfSoftware(key))
                .map(Word::text);
    }

    /// A text with its place, by language, for those that have it.
    private Map<String, Word> everywhere(String key) {
        var found = new LinkedHashMap<String, Word>();
        packs.forEach((tag, catalogue) -> {
            var word = catalogue.texts().get(key);
            if (word != null) found.put(tag, word);
        });
        return found;
    }

    /// The keys of all texts of the pack that begin with one of these.
    public Set<String> keysFrom(List<String> prefixes) {
        var keys = new TreeSet<String>();
        for (var catalogue : packs.values()) {
            catalogue.texts().keySet().stream()
                    .filter(key -> prefixes.stream().anyMatch(key::startsWith))
                    .forEach(keys::add);
        }
        return keys;
    }

    /// Only for a pack without fault.
    public Messages messages() {
        var patterns = new LinkedHashMap<String, Map<String, String>>();
        for (var language : languages) {
            var own = new LinkedHashMap<String, String>();
            for (var source : List.of(words, packs)) {
                var catalogue = source.get(language.tag());
                if (catalogue != null) catalogue.texts().forEach((key, word) -> own.put(key, word.text()));
            }
            patterns.put(language.tag(), own);
        }
        return new Messages(languages, patterns);
    }
}
