package org.kith.pack.programme;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.pack.programme.Evidence.Paper;
import org.kith.pack.source.Block;
import org.kith.pack.source.Word;
import org.kith.pack.text.NeededTexts;

/// Reads `evidence.yaml`.
public final class EvidenceFile {
    private static final int MOST_FILES = 20;

    private final Block block;
    private final NeededTexts texts;
    private final Map<String, List<Word>> grounds = new LinkedHashMap<>();
    private final List<Word> proved = new ArrayList<>();

    public EvidenceFile(Block block, NeededTexts texts) {
        this.block = block;
        this.texts = texts;
    }

    public Evidence read() {
        block.only("papers");
        var papers = new ArrayList<Paper>();
        var seen = new HashSet<String>();
        for (var each : block.blocks("papers")) {
            var paper = paper(each);
            if (!seen.add(paper.id())) {
                block.faults().add(each.place("id"), "a second paper `" + paper.id() + "`", "give one another id");
            }
            papers.add(paper);
        }
        if (papers.isEmpty()) block.faults().add(block.place(), "an empty catalogue", "add `papers:`");
        return new Evidence(papers);
    }

    private Paper paper(Block paper) {
        paper.only(
                "id", "grounds", "guardianship", "at-centre", "original", "shared", "most-files", "proves", "purpose");
        var id = paper.id("id");
        texts.need("evidence." + id + ".title", paper.place("id"));
        var named = paper.words("grounds");
        var guardianship = paper.flag("guardianship", false);
        var atCentre = paper.flag("at-centre", false);
        if (named.isEmpty() && !guardianship) {
            paper.faults().add(paper.place(), "`" + id + "` is for no ground", "list the `grounds:` it may show");
        }
        if (atCentre && (paper.has("original") || paper.has("most-files"))) {
            paper.faults()
                    .add(
                            paper.place("at-centre"),
                            "what is shown at a centre has no file",
                            "remove `original` and `most-files`, or `at-centre`");
        }
        grounds.put(id, named);
        var proves = paper.words("proves");
        proved.addAll(proves);
        return new Paper(
                id,
                new LinkedHashSet<>(named.stream().map(Word::text).toList()),
                guardianship,
                atCentre,
                paper.flag("original", false),
                paper.flag("shared", false),
                paper.has("most-files") ? paper.number("most-files", 1, MOST_FILES) : MOST_FILES,
                new LinkedHashSet<>(proves.stream().map(Word::text).toList()),
                texts.need(paper.text("purpose"), paper.place("purpose")));
    }

    /// Tells of papers for a ground that does not exist.
    public void check(Set<String> existing) {
        grounds.values()
                .forEach(words -> words.stream()
                        .filter(word -> !existing.contains(word.text()))
                        .forEach(word -> block.faults()
                                .add(
                                        word.place(),
                                        "no ground `" + word.text() + "`",
                                        "use one of " + String.join(", ", existing))));
    }

    /// Tells of papers that prove what is asked nowhere.
    public void checkProved(Set<String> questions) {
        proved.stream()
                .filter(word -> !questions.contains(word.text()))
                .forEach(word ->
                        block.faults().add(word.place(), "no question `" + word.text() + "`", "name a question"));
    }
}
