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
    private final Block block;
    private final NeededTexts texts;
    private final Map<String, List<Word>> grounds = new LinkedHashMap<>();

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
        paper.only("id", "grounds", "at-centre", "purpose");
        var id = paper.id("id");
        texts.need("evidence." + id + ".title", paper.place("id"));
        var named = paper.words("grounds");
        if (named.isEmpty()) {
            paper.faults().add(paper.place(), "`" + id + "` is for no ground", "list the `grounds:` it may show");
        }
        grounds.put(id, named);
        return new Paper(
                id,
                new LinkedHashSet<>(named.stream().map(Word::text).toList()),
                paper.flag("at-centre", false),
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
}
