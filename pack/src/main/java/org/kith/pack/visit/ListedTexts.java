package org.kith.pack.visit;

import java.util.HashSet;
import java.util.List;
import org.kith.pack.source.Block;
import org.kith.pack.source.Word;
import org.kith.pack.text.NeededTexts;

/// Reads lists of ids, each of which has its text below one beginning.
record ListedTexts(NeededTexts texts, String beginning) {
    private static final String ID = "[a-z][a-z0-9-]{0,60}";

    List<String> in(Block block, String key) {
        return in(block, key, key);
    }

    /// @param part between the beginning and the id, in the keys of the texts
    List<String> in(Block block, String key, String part) {
        var seen = new HashSet<String>();
        var words = block.words(key);
        for (var word : words) {
            if (!word.text().matches(ID)) {
                block.faults()
                        .add(word.place(), "`" + word.text() + "` cannot be an id", "use a to z, 0 to 9 and hyphens");
            } else if (!seen.add(word.text())) {
                block.faults().add(word.place(), "`" + word.text() + "` stands twice", "keep one");
            }
            need(part, word);
        }
        return words.stream().map(Word::text).toList();
    }

    void need(String part, Word word) {
        texts.need(beginning + "." + part + "." + word.text(), word.place());
    }
}
