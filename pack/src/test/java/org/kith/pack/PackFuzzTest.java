package org.kith.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Questions;
import org.kith.pack.rule.Facts;
import org.kith.pack.rule.RuleCompiler;
import org.kith.pack.source.Block;
import org.kith.pack.source.Faults;
import org.kith.pack.source.PackFolder;
import org.kith.pack.source.Place;
import org.kith.pack.source.Word;
import org.kith.pack.source.YamlFile;
import org.kith.pack.text.Language;
import org.kith.pack.text.MessageFiles;
import org.kith.pack.text.NeededTexts;

/// Whatever stands in a pack, in answers or in a form: it is read or its faults are listed. Nothing else is thrown, and
/// nothing hangs.
///
/// `bin/test` runs the inputs below src/test/resources. Docs on fuzzing for longer are in CONTRIBUTING.md.
class PackFuzzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String LONG = "2m";

    @FuzzTest(maxDuration = LONG)
    void a_file(byte[] content) {
        var faults = new Faults();

        YamlFile.read("x.yaml", content, faults).ifPresent(PackFuzzTest::readAll);

        listed(faults);
    }

    @FuzzTest(maxDuration = LONG)
    void a_rule(byte[] content) {
        var faults = new Faults();
        var compiler =
                new RuleCompiler(Loaded.QUESTIONS.all(), Set.of("unreadable"), Loaded.QUESTIONS.countries(), faults);

        var rule = compiler.compile(new Word(new String(content, UTF_8), new Place("x.yaml", 1)), Set.of("clause"));

        rule.filter(_ -> faults.none())
                .ifPresent(each -> assertThat(each.on(Loaded.FACTS)).isNotNull());
        assertThat(rule.isPresent() || !faults.none()).isTrue();
        listed(faults);
    }

    @FuzzTest(maxDuration = LONG)
    void texts(byte[] content) {
        var faults = new Faults();
        var english = Map.of(Language.ENGLISH, new Place("programme.yaml", 1));

        var files = MessageFiles.read(PackFolder.of(Map.of("messages/en.yaml", content)), english, faults);
        files.check(new NeededTexts(), faults);
        files.keysFrom(List.of("")).forEach(files::shown);

        if (faults.none()) files.keysFrom(List.of("")).forEach(key -> said(files, key));
        listed(faults);
    }

    @FuzzTest(maxDuration = LONG)
    void answers(byte[] content) {
        var faults = new Faults();

        var answers = new AnswersFile(Loaded.QUESTIONS, faults).read("answers.yaml", content);

        answers.ifPresent(given -> {
            var trace = Loaded.ARCADIA.eligibility().trace(given, TODAY);
            assertThat(new TraceJson(Loaded.ARCADIA, Loaded.ARCADIA.messages().english()).of(trace))
                    .doesNotContain("\n");
            assertThat(Answers.ofNeutral(Loaded.QUESTIONS, given.neutral())).isEqualTo(given);
        });
        listed(faults);
    }

    @FuzzTest(maxDuration = LONG)
    void a_form(FuzzedDataProvider data) {
        var page = data.pickValue(Loaded.QUESTIONS.pages());
        var form = new HashMap<String, String>();
        for (var question : page.questions()) {
            var fields = question.group()
                    .map(group ->
                            group.members().stream().map(member -> member.id()).toList())
                    .orElse(List.of(question.id()));
            for (var field : fields) {
                for (var part : PARTS) form.put(field + part, data.consumeString(60));
            }
        }

        var checked = page.questions().getFirst().group().isPresent()
                ? Loaded.QUESTIONS.checkItem(page.questions().getFirst(), form, TODAY)
                : Loaded.QUESTIONS.check(page, form, TODAY);

        assertThat(checked.refused())
                .allSatisfy(fault -> assertThat(
                                Loaded.ARCADIA.messages().english().text(fault.messageKey(), fault.values()))
                        .isNotBlank());
    }

    private static final List<String> PARTS = List.of(
            "",
            ".day",
            ".month",
            ".year",
            ".calendar",
            ".given",
            ".family",
            ".passport_given",
            ".country",
            ".lines",
            ".town",
            ".region",
            ".postcode",
            ".number",
            ".issuer",
            ".nationality",
            ".surname",
            ".mrz",
            ".not_known");

    private static void said(MessageFiles files, String key) {
        assertThat(files.messages().english().text(key)).isNotNull();
    }

    private static void readAll(Block block) {
        for (var key : Set.copyOf(block.keys())) {
            block.place(key);
            block.optionalText(key);
            block.flag(key, false);
            block.number(key, 0, 9);
            block.words(key);
            block.block(key).ifPresent(PackFuzzTest::readAll);
            block.blocks(key).forEach(PackFuzzTest::readAll);
        }
        block.only("a", "b");
    }

    private static void listed(Faults faults) {
        assertThat(faults.sorted()).allSatisfy(fault -> {
            assertThat(fault.line()).isPositive();
            assertThat(fault.toString().lines()).hasSize(1);
        });
    }

    /// Loaded after the fuzzer has set itself up, or it would not see what of them runs.
    private static final class Loaded {
        static final Pack ARCADIA = SomePack.of("arcadia").loaded();
        static final Questions QUESTIONS = ARCADIA.questions();
        static final Facts FACTS = Facts.of(QUESTIONS.all(), someAnswers(), TODAY);

        private static Answers someAnswers() {
            return Answers.ofNeutral(
                    QUESTIONS,
                    new HashMap<>(Map.of(
                            "was_citizen",
                            true,
                            "ended_by",
                            "own-wish",
                            "ended",
                            "2021",
                            "residence",
                            "UTO",
                            "forebears",
                            List.of(
                                    Map.of("relation", "parent", "citizen", false, "born", "1950"),
                                    Map.of("relation", "grandparent", "papers", "some", "born", "julian:1900")))));
        }
    }
}
