package org.kith.pack.question;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.PackFolder;
import org.kith.pack.source.Place;
import org.kith.pack.source.Word;
import org.kith.pack.source.YamlFile;
import org.kith.pack.text.NeededTexts;

/// Reads `questions/<section>.yaml` for each section that the programme lists.
public final class QuestionFiles {
    private final NeededTexts texts;
    private final Predicate<String> isReserved;
    private final Faults faults;
    private final Map<String, Place> ids = new LinkedHashMap<>();
    private final Map<String, Place> pages = new LinkedHashMap<>();
    private final Set<String> unreadable = new TreeSet<>();

    /// Reads for one pack.
    ///
    /// @param isReserved names that a rule could not tell from its own words
    public QuestionFiles(NeededTexts texts, Predicate<String> isReserved, Faults faults) {
        this.texts = texts;
        this.isReserved = isReserved;
        this.faults = faults;
    }

    public List<SectionDraft> read(PackFolder folder, List<Word> sections) {
        var read = new ArrayList<SectionDraft>();
        for (var section : sections) {
            var file = "questions/" + section.text() + ".yaml";
            var content = folder.files().get(file);
            if (content == null) {
                faults.add(section.place(), "no file " + file, "write it or remove the section");
            } else {
                texts.need("section." + section.text() + ".title", section.place());
                YamlFile.read(file, content, faults)
                        .ifPresent(block -> read.add(new SectionDraft(section.text(), pages(block))));
            }
        }
        folder.in("questions").stream()
                .filter(file -> sections.stream().noneMatch(s -> file.equals("questions/" + s.text() + ".yaml")))
                .forEach(file -> faults.add(
                        new Place(file, 1),
                        "no section of that name is listed",
                        "add it to `sections` in programme.yaml or remove the file"));
        return read;
    }

    /// Ids of questions that have faults of their own.
    public Set<String> unreadable() {
        return unreadable;
    }

    private List<PageDraft> pages(Block file) {
        file.only("pages");
        var read = pagesOf(file);
        if (read.isEmpty()) faults.add(file.place(), "a section without pages", "add `pages:`");
        return read;
    }

    /// The pages of a section or of a service's form; no two pages or questions of a pack share an id.
    public List<PageDraft> pagesOf(Block file) {
        var read = new ArrayList<PageDraft>();
        for (var block : file.blocks("pages")) {
            block.only("id", "questions");
            var id = block.id("id");
            var _ = once(pages, id, block.place("id"), "page");
            texts.need("page." + id + ".title", block.place("id"));
            read.add(new PageDraft(
                    id,
                    block.blocks("questions").stream()
                            .flatMap(question -> question(question).stream())
                            .toList()));
        }
        return read;
    }

    private Optional<QuestionDraft> question(Block block) {
        var id = block.name("id");
        if (!once(ids, id, block.place("id"), "question")) return Optional.empty();
        if (isReserved.test(id)) {
            faults.add(block.place("id"), "`" + id + "` is a word of the rules", "give the question another id");
        }
        var read = new QuestionReader(block, texts).read(id);
        if (read.isEmpty() && !id.isEmpty()) unreadable.add(id);
        read.ifPresent(draft -> draft.question().group().stream()
                .flatMap(group -> group.members().stream())
                .filter(member -> isReserved.test(member.name()))
                .forEach(member -> faults.add(
                        draft.place(),
                        "`" + member.name() + "` is a word of the rules",
                        "give that question of the group another id")));
        return read;
    }

    private boolean once(Map<String, Place> seen, String id, Place place, String what) {
        var before = id.isEmpty() ? null : seen.putIfAbsent(id, place);
        if (before == null) return true;
        faults.add(
                place,
                "a second " + what + " `" + id + "`, after " + before.file() + ":" + before.line(),
                "give one of them another id");
        return false;
    }
}
