package org.kith.pack.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.kith.pack.SomePack;
import org.kith.pack.schema.Walk.Example;
import org.kith.pack.schema.Walk.Part;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import tools.jackson.databind.JsonNode;

/// The schemas that editors use say what the loader says: the same keys, the same words, the same numbers.
///
/// The loader is asked, not its source: each part of a schema is spoilt once in a pack, and what the check tells is
/// compared with the schema.
class SchemaTest {
    static final List<String> ALL = SomePack.ALL;

    private static final String HERE = "https://kith.example/schema/";
    private static final Pattern MODELINE =
            Pattern.compile("# yaml-language-server: \\$schema=((?:\\.\\./)+schema/[a-z]+\\.schema\\.json)\n");
    private static final Pattern KNOWN = Pattern.compile(".*`bogus` is not known here; use one of (.*)");
    private static final Pattern NUMBERS = Pattern.compile(".* is not a whole number from (\\d+) to (\\d+); .*");
    private static final Walk WALK = Walk.throughAllPacks();

    @ParameterizedTest
    @FieldSource("ALL")
    void every_file_names_its_schema_and_follows_it(String name) throws IOException {
        var registry = registry();
        var pack = SomePack.of(name);
        for (var file : pack.files()) {
            var modeline = MODELINE.matcher(pack.text(file));
            assertThat(modeline.lookingAt())
                    .as("%s begins with its schema", file)
                    .isTrue();
            var path = SomePack.PROGRAMMES.resolve(name).resolve(file);
            var schema = path.resolveSibling(modeline.group(1)).toRealPath();
            assertThat(schema).hasFileName(Walk.schemaOf(file));

            var faults = registry.getSchema(SchemaLocation.of(HERE + schema.getFileName()))
                    .validate(pack.text(file), InputFormat.YAML);

            assertThat(faults).as(file).isEmpty();
        }
    }

    /// The schemas by the names under which they refer to each other.
    private static SchemaRegistry registry() throws IOException {
        var texts = new HashMap<String, String>();
        try (var schemas = Files.list(Walk.SCHEMAS)) {
            for (var schema : schemas.toList()) texts.put(HERE + schema.getFileName(), Files.readString(schema));
        }
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(texts));
    }

    @Test
    void the_packs_have_an_example_of_every_part_of_the_schemas() {
        var without = new TreeSet<String>();
        WALK.parts().forEach((where, schema) -> {
            if (isCompared(schema)) without.add(where);
        });
        WALK.examples().keySet().forEach(part -> without.remove(part.where()));

        assertThat(without).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> the_loader_and_the_schema_know_the_same_keys() {
        return parts(schema -> schema.has("properties"), (part, example) -> {
            var mapping = (MappingNode) example.node();
            var first = mapping.getValue().getFirst().getKeyNode().getStartMark();
            var gap = mapping.getFlowStyle() == org.yaml.snakeyaml.DumperOptions.FlowStyle.FLOW
                    ? ", "
                    : "\n" + " ".repeat(first.getColumn());

            var told = told(example, first, first, "bogus: x" + gap);

            assertThat(known(told)).isEqualTo(names(part.schema().get("properties")));
        });
    }

    @TestFactory
    Stream<DynamicTest> what_the_schema_requires_the_loader_misses_and_nothing_else() {
        return parts(schema -> schema.has("properties"), (part, example) -> {
            var required = new HashSet<String>();
            part.schema().path("required").forEach(key -> required.add(key.asString()));
            for (var entry : ((MappingNode) example.node()).getValue()) {
                var key = (ScalarNode) entry.getKeyNode();
                var told = told(example, key.getStartMark(), key.getEndMark(), "bogus");
                var others = told.stream()
                        .filter(each -> !KNOWN.matcher(each).matches())
                        .toList();

                if (required.contains(key.getValue())) {
                    assertThat(others).as("without %s", key.getValue()).isNotEmpty();
                } else {
                    assertThat(others)
                            .as("without %s", key.getValue())
                            .noneMatch(each -> each.contains("`" + key.getValue() + "` is missing"));
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> the_loader_and_the_schema_know_the_same_words() {
        return parts(SchemaTest::isClosedList, (part, example) -> {
            var words = new TreeSet<String>();
            part.schema().get("enum").forEach(word -> words.add(word.asString()));

            assertThat(known(told(example, "bogus"))).isEqualTo(words);
        });
    }

    @TestFactory
    Stream<DynamicTest> the_loader_and_the_schema_know_the_same_numbers() {
        return parts(SchemaTest::isNumber, (part, example) -> {
            var told = told(example, "bogus").stream()
                    .map(NUMBERS::matcher)
                    .filter(each -> each.matches())
                    .findFirst()
                    .orElseThrow();

            assertThat(part.schema().get("minimum").asInt()).isEqualTo(Integer.parseInt(told.group(1)));
            // Some numbers end at another of the pack; the schema knows only how far they ever go.
            assertThat(part.schema().get("maximum").asInt()).isGreaterThanOrEqualTo(Integer.parseInt(told.group(2)));
        });
    }

    private static boolean isCompared(JsonNode schema) {
        return schema.has("properties") || isClosedList(schema) || isNumber(schema);
    }

    private static boolean isClosedList(JsonNode schema) {
        return schema.has("enum");
    }

    private static boolean isNumber(JsonNode schema) {
        return schema.path("type").asString("").equals("integer");
    }

    private interface Check {
        void on(Part part, Example example);
    }

    private static Stream<DynamicTest> parts(java.util.function.Predicate<JsonNode> which, Check check) {
        return WALK.examples().entrySet().stream()
                .filter(entry -> which.test(entry.getKey().schema()))
                .map(entry -> DynamicTest.dynamicTest(
                        entry.getKey().where(), () -> check.on(entry.getKey(), entry.getValue())));
    }

    private static List<String> told(Example example, String by) {
        return told(example, example.node().getStartMark(), example.node().getEndMark(), by);
    }

    /// What the check tells once a piece of the file reads otherwise.
    private static List<String> told(Example example, Mark from, Mark to, String by) {
        var pack = SomePack.of(example.pack());
        var text = pack.text(example.file());
        var start = text.offsetByCodePoints(0, from.getIndex());
        var end = text.offsetByCodePoints(0, to.getIndex());
        return pack.with(example.file(), text.substring(0, start) + by + text.substring(end))
                .faults();
    }

    private static Set<String> known(List<String> told) {
        var known = new ArrayList<String>();
        for (var each : told) {
            var words = KNOWN.matcher(each);
            if (words.matches()) known.addAll(List.of(words.group(1).split(", ", -1)));
        }
        return new TreeSet<>(known);
    }

    private static Set<String> names(JsonNode properties) {
        return new TreeSet<>(properties.propertyNames());
    }
}
