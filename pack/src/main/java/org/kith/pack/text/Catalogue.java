package org.kith.pack.text;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.Part;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Place;
import org.kith.pack.source.Word;
import org.kith.pack.source.YamlFile;

/// The texts of one language as they stand in its file: nested keys joined by dots, each an ICU MessageFormat pattern.
record Catalogue(String file, Map<String, Word> texts) {

    static Optional<Catalogue> read(String file, byte[] content, Faults faults) {
        return YamlFile.read(file, content, faults).map(block -> {
            var texts = new LinkedHashMap<String, Word>();
            gather("", block, texts);
            texts.values().forEach(word -> pattern(word, faults));
            return new Catalogue(file, texts);
        });
    }

    private static void gather(String prefix, Block block, Map<String, Word> into) {
        for (String key : block.keys()) {
            var full = prefix + key;
            var nested = block.isBlock(key) ? block.block(key) : Optional.<Block>empty();
            if (nested.isPresent()) {
                gather(full + ".", nested.get(), into);
            } else if (into.putIfAbsent(full, block.word(key)) != null) {
                block.faults().add(block.place(key), "`" + full + "` stands twice", "keep one of them");
            }
        }
    }

    private static void pattern(Word word, Faults faults) {
        try {
            var _ = new MessagePattern(word.text());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            faults.add(word.place(), "not an ICU message: " + e.getMessage(), "balance the braces");
        }
    }

    /// The names a pattern takes values for; empty for a pattern that does not parse.
    static Set<String> argumentsOf(String pattern) {
        var names = new TreeSet<String>();
        try {
            var parsed = new MessagePattern(pattern);
            for (var i = 0; i < parsed.countParts(); i++) {
                var part = parsed.getPart(i);
                if (part.getType() == Part.Type.ARG_NAME || part.getType() == Part.Type.ARG_NUMBER) {
                    names.add(parsed.getSubstring(part));
                }
            }
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Set.of(); // told when the file was read
        }
        return names;
    }

    Place top() {
        return new Place(file, 1);
    }
}
