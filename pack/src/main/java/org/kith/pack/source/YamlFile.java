package org.kith.pack.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/// Composes one YAML file into nodes and never into objects.
///
/// Packs need mappings, lists and plain values. Tags, anchors and aliases have no use here and are how YAML is abused.
public final class YamlFile {
    private static final int DEEPEST = 20;

    private YamlFile() {}

    public static Optional<Block> read(String name, byte[] content, Faults faults) {
        var top = new Place(name, 1);
        try {
            var text = UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            if (!isPlain(name, text, faults)) return Optional.empty();

            var node = new Composer(parser(text), new Resolver(), options()).getSingleNode();
            if (node instanceof MappingNode mapping) return Optional.of(new Block(name, mapping, faults));
            faults.add(top, "the file is not a list of `key: value` lines", "begin it with a key");
        } catch (CharacterCodingException e) {
            faults.add(top, "the file is not UTF-8", "save it as UTF-8");
        } catch (MarkedYAMLException e) {
            faults.add(placeOf(name, e.getProblemMark()), "not YAML: " + e.getProblem(), "mend the line");
        } catch (YAMLException e) {
            faults.add(top, "not YAML: " + firstLine(e), "mend the file");
        }
        return Optional.empty();
    }

    private static boolean isPlain(String name, String text, Faults faults) {
        var mark = faults.mark();
        var parser = parser(text);
        var documents = 0;
        var depth = 0;
        for (Event event = parser.getEvent(); event != null; event = parser.getEvent()) {
            var place = placeOf(name, event.getStartMark());
            if (event instanceof AliasEvent || (event instanceof NodeEvent node && node.getAnchor() != null)) {
                faults.add(place, "anchors and aliases are not read", "write the value out");
            }
            if (isTagged(event)) faults.add(place, "tags are not read", "remove the `!`");
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                // The parser itself would go on to the end, slower with every step.
                faults.add(place, "lists and keys within each other more than " + DEEPEST + " deep", "keep it flat");
                return false;
            }
            if (event instanceof CollectionEndEvent) depth--;
            if (event.is(Event.ID.DocumentStart) && ++documents > 1) {
                faults.add(place, "a second document in the file", "remove the `---`");
            }
        }
        return faults.cleanSince(mark);
    }

    private static boolean isTagged(Event event) {
        return switch (event) {
            case ScalarEvent scalar -> scalar.getTag() != null;
            case CollectionStartEvent start -> start.getTag() != null;
            default -> false;
        };
    }

    private static ParserImpl parser(String text) {
        return new ParserImpl(new StreamReader(new StringReader(text)), options());
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setProcessComments(false);
        return options;
    }

    private static Place placeOf(String name, @Nullable Mark mark) {
        return new Place(name, mark == null ? 1 : mark.getLine() + 1);
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
