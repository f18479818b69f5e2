package org.kith.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kith.pack.programme.Evidence;
import org.kith.pack.question.PageDraft;
import org.kith.pack.question.Question;
import org.kith.pack.question.SectionDraft;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Place;
import org.kith.pack.source.YamlFile;
import org.kith.pack.text.MessageFiles;

/// Refuses to ask for what is never asked: location, voice, contacts, religion, politics, military service.
///
/// The closed list of topics is the wall. This looks through the words for a question that came in under another topic;
/// it cannot see every paraphrase.
final class NeverAsked {
    private record Topic(String name, Pattern words) {}

    private static final List<Topic> TOPICS = topics();

    private final MessageFiles messages;
    private final Faults faults;

    NeverAsked(MessageFiles messages, Faults faults) {
        this.messages = messages;
        this.faults = faults;
    }

    void check(List<SectionDraft> sections, Evidence evidence, Place catalogue) {
        for (var section : sections) section.pages().forEach(this::page);
        for (var paper : evidence.papers()) {
            words(paper.id().replace('-', ' '), catalogue);
            List.of(paper.titleKey(), paper.hintKey(), paper.purposeKey()).forEach(this::text);
        }
    }

    private void page(PageDraft page) {
        text("page." + page.id() + ".title");
        for (var draft : page.questions()) {
            var question = draft.question();
            question(question, draft.place());
        }
    }

    private void question(Question question, Place place) {
        words(question.id().replaceAll("[_.]", " "), place);
        textsOf(question).forEach(this::text);
        question.group().ifPresent(group -> group.members().forEach(member -> question(member, place)));
    }

    private static List<String> textsOf(Question question) {
        var keys = new ArrayList<>(List.of(
                question.labelKey(),
                question.hintKey(),
                question.shortKey(),
                question.addKey(),
                question.itemKey(),
                question.purposeKey()));
        question.choices().forEach(choice -> keys.add(choice.labelKey()));
        return keys;
    }

    private void text(String key) {
        messages.everywhere(key).values().forEach(word -> words(word.text(), word.place()));
    }

    private void words(String text, Place place) {
        var plain = plain(text);
        for (var topic : TOPICS) {
            var found = topic.words().matcher(plain);
            if (!found.find()) continue;
            faults.add(
                    place,
                    topic.name() + " is never asked, and this says `" + found.group() + "`",
                    "remove the question, or say it in other words if it is about something else");
        }
    }

    private static List<Topic> topics() {
        var faults = new Faults();
        var words = resource()
                .flatMap(content -> YamlFile.read("never-asked.yaml", content, faults))
                .filter(_ -> faults.none())
                .orElseThrow(() -> new IllegalStateException("never-asked.yaml cannot be read"));
        return words.keys().stream()
                .map(topic -> new Topic(topic, pattern(words, topic)))
                .toList();
    }

    private static Pattern pattern(Block words, String topic) {
        return Pattern.compile(words.block(topic).stream()
                .flatMap(languages -> languages.keys().stream().flatMap(tag -> languages.words(tag).stream()))
                .map(word -> pattern(plain(word.text())))
                .collect(Collectors.joining("|")));
    }

    /// A star stands for the rest of a word; without one, whole words are meant.
    private static String pattern(String word) {
        var starts = word.startsWith("*") ? "" : "(?<![\\p{L}\\p{N}])";
        var ends = word.endsWith("*") ? "" : "(?![\\p{L}\\p{N}])";
        return starts + Pattern.quote(word.replace("*", "")) + ends;
    }

    /// Lower case, without accents and vowel signs, so that no spelling hides a word.
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("[\\p{Mn}\\p{Cf}]", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static Optional<byte[]> resource() {
        try (var stream = NeverAsked.class.getResourceAsStream("never-asked.yaml")) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
