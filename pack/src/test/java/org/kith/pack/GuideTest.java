package org.kith.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kith.pack.rule.Outcome;

/// What docs/PROGRAMME-PACKS.md tells a pack author to do, done as it says.
class GuideTest {
    private static final Pattern TOP_LEVEL = Pattern.compile("^[a-z-]+:.*\\n(?: .*\\n)*", Pattern.MULTILINE);
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_example_of_the_guide_works_as_it_says() throws IOException {
        var steps = example();
        var pack = SomePack.utopia();
        pack = pack.with("questions/tie.yaml", pack.text("questions/tie.yaml") + "\n" + steps.get(0));
        pack = pack.with("evidence.yaml", pack.text("evidence.yaml") + steps.get(1));
        pack = pack.with("eligibility.yaml", pack.text("eligibility.yaml") + "\n" + steps.get(2));

        assertThat(pack.faults()).isNotEmpty().allMatch(fault -> fault.contains("no text `"));

        pack = pack.with("messages/en.yaml", pack.text("messages/en.yaml") + steps.get(3));

        assertThat(pack.faults())
                .isNotEmpty()
                .allMatch(fault -> fault.matches("messages/(ar|ru).yaml:.* is missing; .*"));

        for (var language : List.of("ar", "ru")) {
            var file = "messages/" + language + ".yaml";
            pack = pack.with(file, pack.text(file) + steps.get(3));
        }
        var loaded = pack.loaded();
        var answers = SomeAnswers.of(loaded, Map.of("forebear", "none", "went_to_school", true));

        assertThat(loaded.eligibility()
                        .trace(answers, LocalDate.of(2026, 11, 22))
                        .ground("schooling"))
                .hasValueSatisfying(ground -> assertThat(ground.result()).isEqualTo(Outcome.MET));
    }

    @Test
    void a_fourth_states_programme_comes_about_word_for_word() throws IOException {
        var pack = SomePack.utopia()
                .without("messages/ar.yaml")
                .without("messages/ru.yaml")
                .without("wallets.yaml");
        var steps = blocks("## A new state");
        for (var step : steps.subList(0, 3)) pack = written(pack, step);

        assertThat(pack.faults()).containsExactly(told("## A new state"));

        pack = written(pack, steps.get(3));

        assertThat(pack.faults()).isEmpty();
        assertThat(pack.loaded().messages().english().text("state.name")).isEqualTo("Freedonia");
    }

    @Test
    void the_guide_names_every_key_that_the_loader_knows() throws IOException {
        var guide = guide();
        var keys = new TreeSet<String>();
        for (var name : SomePack.ALL) {
            var pack = SomePack.of(name);
            for (var file : pack.files()) {
                if (!file.startsWith("messages/")) keys.addAll(keysOf(pack.text(file)));
            }
        }

        keys.removeIf(key -> guide.contains("`" + key + "`") || guide.contains("`" + key + ": "));

        assertThat(keys).as("keys that the guide does not explain").isEmpty();
    }

    private static Set<String> keysOf(String yaml) {
        return Pattern.compile("^[ -]*([a-z-]+):", Pattern.MULTILINE)
                .matcher(yaml)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    /// Puts the keys of a step, whose first line names the file, in the place of those that the file has. What stands
    /// between two keys stays, as it does when an author writes.
    private static SomePack written(SomePack pack, String step) {
        var file = step.lines().findFirst().orElseThrow().substring("# ".length());
        var text = pack.text(file);
        for (var key :
                TOP_LEVEL.matcher(step).results().map(found -> found.group()).toList()) {
            var name = key.substring(0, key.indexOf(':'));
            var there =
                    Pattern.compile("^" + Pattern.quote(name) + ":.*\\n(?:(?:(?:#.*)?\\n)* .*\\n)*", Pattern.MULTILINE);
            assertThat(text).containsPattern(there);
            text = there.matcher(text).replaceFirst(Matcher.quoteReplacement(key));
        }
        return pack.with(file, text);
    }

    private static List<String> example() throws IOException {
        return blocks("## An example");
    }

    private static List<String> blocks(String heading) throws IOException {
        return YAML.matcher(section(heading))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /// The fault that the guide shows first, as the loader tells it without the folder.
    private static String told(String heading) throws IOException {
        var shown = section(heading)
                .lines()
                .filter(line -> line.startsWith("    programmes/freedonia/"))
                .findFirst()
                .orElseThrow();
        return shown.substring("    programmes/freedonia/".length());
    }

    private static String section(String heading) throws IOException {
        var guide = guide();
        var from = guide.indexOf(heading);
        var to = guide.indexOf("\n## ", from + 1);
        return guide.substring(from, to < 0 ? guide.length() : to);
    }

    private static String guide() throws IOException {
        return Files.readString(Path.of("..", "docs", "PROGRAMME-PACKS.md"));
    }
}
