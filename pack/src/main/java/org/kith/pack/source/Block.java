package org.kith.pack.source;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// A mapping in a pack file. What is missing or ill-formed is told as a fault; a harmless stand-in is returned, so that
/// reading goes on and finds the rest.
public final class Block {
    private final Place place;
    private final Faults faults;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Place> keys = new LinkedHashMap<>();

    Block(String file, MappingNode mapping, Faults faults) {
        this.place = new Place(file, mapping.getStartMark().getLine() + 1);
        this.faults = faults;
        for (var tuple : mapping.getValue()) {
            var at = placeOf(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                faults.add(at, "a key must be a plain word", "write `key: value`");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) == null) {
                keys.put(key.getValue(), at);
            } else {
                faults.add(at, "`" + key.getValue() + "` stands twice", "keep one of them");
            }
        }
    }

    public Place place() {
        return place;
    }

    public Place place(String key) {
        return keys.getOrDefault(key, place);
    }

    public Faults faults() {
        return faults;
    }

    public boolean has(String key) {
        return values.containsKey(key);
    }

    public Set<String> keys() {
        return keys.keySet();
    }

    /// Tells of every key that is none of these.
    public Block only(String... known) {
        var allowed = List.of(known);
        keys.forEach((key, at) -> {
            if (!allowed.contains(key)) {
                faults.add(at, "`" + key + "` is not known here", "use one of " + String.join(", ", allowed));
            }
        });
        return this;
    }

    public String text(String key) {
        return word(key).text();
    }

    public Word word(String key) {
        var found = optionalWord(key);
        if (found.isEmpty() && !has(key)) missing(key);
        return found.orElse(new Word("", place(key)));
    }

    /// An id as page addresses and file names carry it.
    public String id(String key) {
        return formed(key, "[a-z][a-z0-9-]{0,60}", "use a to z, 0 to 9 and hyphens");
    }

    /// A name as rules carry it.
    public String name(String key) {
        return formed(key, "[a-z][a-z0-9_]{0,60}", "use a to z, 0 to 9 and underscores");
    }

    /// A value of a given form; tells of another, and takes it for empty.
    public String formed(String key, String pattern, String mend) {
        var word = word(key);
        if (word.text().isEmpty() || word.text().matches(pattern)) return word.text();
        faults.add(word.place(), "`" + key + "` cannot be `" + word.text() + "`", mend);
        return "";
    }

    public Optional<String> optionalText(String key) {
        return optionalWord(key).map(Word::text);
    }

    public Optional<Word> optionalWord(String key) {
        var node = values.get(key);
        return node == null ? Optional.empty() : plain(node, "`" + key + "`");
    }

    public boolean flag(String key, boolean otherwise) {
        if (!has(key)) return otherwise;
        var said = text(key);
        if (!said.equals("true") && !said.equals("false")) {
            faults.add(place(key), "`" + key + "` is neither true nor false", "write true or false");
        }
        return said.equals("true");
    }

    public int number(String key, int least, int most) {
        var word = word(key);
        if (word.text().matches("[0-9]{1,9}")) {
            var number = Integer.parseInt(word.text());
            if (number >= least && number <= most) return number;
        }
        if (has(key)) {
            faults.add(
                    word.place(),
                    "`" + key + "` is not a whole number from " + least + " to " + most,
                    "write such a number");
        }
        return least;
    }

    /// One of a closed list, written in lower case with hyphens.
    public <E extends Enum<E>> Optional<E> oneOf(String key, Class<E> kind) {
        var word = word(key);
        return word.text().isEmpty() ? Optional.empty() : oneOf(word, EnumSet.allOf(kind));
    }

    public <E extends Enum<E>> Optional<E> oneOf(String key, Set<E> allowed) {
        var word = word(key);
        return word.text().isEmpty() ? Optional.empty() : oneOf(word, allowed);
    }

    public <E extends Enum<E>> List<E> manyOf(String key, Class<E> kind) {
        return manyOf(key, EnumSet.allOf(kind));
    }

    public <E extends Enum<E>> List<E> manyOf(String key, Set<E> allowed) {
        return words(key).stream()
                .flatMap(word -> oneOf(word, allowed).stream())
                .toList();
    }

    private <E extends Enum<E>> Optional<E> oneOf(Word word, Set<E> allowed) {
        for (E each : allowed) if (spelt(each).equals(word.text())) return Optional.of(each);
        var known = allowed.stream().map(Block::spelt).collect(Collectors.joining(", "));
        faults.add(word.place(), "`" + word.text() + "` is not known here", "use one of " + known);
        return Optional.empty();
    }

    /// How a constant is written in a pack: `BY_INVITATION` is `by-invitation`.
    public static String spelt(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public boolean isBlock(String key) {
        return values.get(key) instanceof MappingNode;
    }

    public Optional<Block> block(String key) {
        return switch (values.get(key)) {
            case null -> Optional.empty();
            case MappingNode mapping -> Optional.of(new Block(place.file(), mapping, faults));
            case Node _ -> {
                faults.add(place(key), "`" + key + "` has no keys of its own", "indent `key: value` lines below it");
                yield Optional.empty();
            }
        };
    }

    public Optional<Block> neededBlock(String key) {
        if (!has(key)) missing(key);
        return block(key);
    }

    /// A list of mappings; empty if the key is not there.
    public List<Block> blocks(String key) {
        var found = new ArrayList<Block>();
        eachItem(key, (at, node) -> {
            if (node instanceof MappingNode mapping) found.add(new Block(place.file(), mapping, faults));
            else faults.add(at, "an item of `" + key + "` has no keys", "write `- id: …` and indent the rest");
        });
        return found;
    }

    /// A list of plain values; empty if the key is not there.
    public List<Word> words(String key) {
        var found = new ArrayList<Word>();
        eachItem(key, (_, node) -> plain(node, "an item of `" + key + "`").ifPresent(found::add));
        return found;
    }

    private void eachItem(String key, BiConsumer<Place, Node> each) {
        switch (values.get(key)) {
            case null -> {}
            case SequenceNode list -> list.getValue().forEach(node -> each.accept(placeOf(node), node));
            case Node _ -> faults.add(place(key), "`" + key + "` is not a list", "write each item after a hyphen");
        }
    }

    private Optional<Word> plain(Node node, String called) {
        var at = placeOf(node);
        if (!(node instanceof ScalarNode scalar)) {
            faults.add(at, called + " is not a plain value", "write it on one line");
            return Optional.empty();
        }
        if (scalar.getValue().isBlank()) {
            faults.add(at, called + " is empty", "write a value or remove the line");
            return Optional.empty();
        }
        var isBlockText =
                scalar.getScalarStyle() == ScalarStyle.LITERAL || scalar.getScalarStyle() == ScalarStyle.FOLDED;
        return Optional.of(new Word(scalar.getValue().strip(), isBlockText ? at.below(1) : at));
    }

    private void missing(String key) {
        faults.add(place, "`" + key + "` is missing", "add `" + key + ":`");
    }

    private Place placeOf(Node node) {
        return new Place(place.file(), node.getStartMark().getLine() + 1);
    }
}
