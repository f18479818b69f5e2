package org.kith.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kith.pack.rule.Outcome;

/// The example of docs/PROGRAMME-PACKS.md, done as it says.
class GuideTest {
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

    private static List<String> example() throws IOException {
        var guide = Files.readString(Path.of("..", "docs", "PROGRAMME-PACKS.md"));
        var example = guide.substring(guide.indexOf("## An example"));
        return YAML.matcher(example).results().map(found -> found.group(1)).toList();
    }
}
