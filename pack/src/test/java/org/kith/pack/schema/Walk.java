package org.kith.pack.schema;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.kith.pack.SomePack;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Goes through the files of the packs and their schemas side by side, and keeps one example of each part of a schema.
final class Walk {
    static final Path SCHEMAS = SomePack.PROGRAMMES.resolve("schema");

    /// A part of a schema.
    ///
    /// @param where file and JSON pointer
    record Part(String where, JsonNode schema) {}

    /// Where a pack has what a part of a schema describes.
    record Example(String pack, String file, Node node) {}

    private final Map<String, JsonNode> files = new LinkedHashMap<>();
    private final Map<Part, Example> examples = new LinkedHashMap<>();

    static Walk throughAllPacks() {
        var walk = new Walk();
        for (var pack : SomePack.ALL) {
            var files = SomePack.of(pack);
            for (var file : files.files()) {
                if (file.startsWith("messages/")) continue;
                walk.follow(walk.whole(schemaOf(file)), new Example(pack, file, node(files.text(file))));
            }
        }
        return walk;
    }

    /// One example of each part that any pack has.
    Map<Part, Example> examples() {
        return examples;
    }

    /// Every part of every schema but that of texts, whether a pack has it or not.
    Map<String, JsonNode> parts() {
        var all = new LinkedHashMap<String, JsonNode>();
        files.keySet().forEach(file -> all(whole(file), all::put));
        return all;
    }

    static String schemaOf(String file) {
        var kind = file.contains("/") ? file.substring(0, file.indexOf('/')) : file.replace(".yaml", "");
        var name = switch (kind) {
            case "credentials" -> "credential";
            case "services" -> "service";
            default -> kind;
        };
        return name + ".schema.json";
    }

    private Part whole(String file) {
        return new Part(file + "#", read(file));
    }

    private JsonNode read(String file) {
        return files.computeIfAbsent(file, name -> {
            try {
                return JsonMapper.shared().readTree(Files.readString(SCHEMAS.resolve(name)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private void follow(Part unresolved, Example at) {
        var part = resolved(unresolved);
        examples.putIfAbsent(part, at);
        if (at.node() instanceof MappingNode mapping) {
            for (var entry : mapping.getValue()) {
                var key = ((ScalarNode) entry.getKeyNode()).getValue();
                if (!part.schema().path("properties").has(key)) continue;
                follow(below(part, "properties", key), new Example(at.pack(), at.file(), entry.getValueNode()));
            }
        }
        if (at.node() instanceof SequenceNode list && part.schema().has("items")) {
            for (var item : list.getValue()) follow(below(part, "items"), new Example(at.pack(), at.file(), item));
        }
    }

    private void all(Part unresolved, BiConsumer<String, JsonNode> each) {
        var part = resolved(unresolved);
        each.accept(part.where(), part.schema());
        for (var key : part.schema().path("properties").propertyNames()) {
            var below = below(part, "properties", key);
            // What is shared is gone through once, from its own place.
            if (!below.schema().has("$ref")) all(below, each);
        }
        if (part.schema().has("items")) {
            var below = below(part, "items");
            if (!below.schema().has("$ref")) all(below, each);
        }
        for (var name : part.schema().path("$defs").propertyNames()) all(below(part, "$defs", name), each);
    }

    private static Part below(Part part, String... path) {
        var where = new StringBuilder(part.where());
        var schema = part.schema();
        for (var step : path) {
            where.append('/').append(step);
            schema = schema.get(step);
        }
        return new Part(where.toString(), schema);
    }

    private Part resolved(Part part) {
        if (!part.schema().has("$ref")) return part;
        var ref = part.schema().get("$ref").asString();
        var hash = ref.indexOf('#');
        var file = hash == 0 ? part.where().substring(0, part.where().indexOf('#')) : ref.substring(0, hash);
        return resolved(new Part(file + ref.substring(hash), read(file).at(ref.substring(hash + 1))));
    }

    private static Node node(String yaml) {
        var options = new LoaderOptions();
        return new Composer(new ParserImpl(new StreamReader(new StringReader(yaml)), options), new Resolver(), options)
                .getSingleNode();
    }
}
