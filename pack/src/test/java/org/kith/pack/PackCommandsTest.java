package org.kith.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PackCommandsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, UTF_8);

    @TempDir
    private Path dir;

    @Test
    void a_pack_without_fault_is_said_to_be_one() {
        assertThat(PackCommands.check(SomePack.UTOPIA, out)).isZero();
        assertThat(said()).matches("UTO 2026\\.1 has no fault; digest [0-9a-f]{64}\\R");
    }

    @Test
    void each_fault_has_its_line_and_ends_the_check_with_one() throws IOException {
        Files.writeString(dir.resolve("programme.yaml"), "state: Utopia\nversion: 2026.1\n");

        assertThat(PackCommands.check(dir, out)).isEqualTo(1);
        assertThat(said().lines())
                .contains(
                        dir
                                + "/programme.yaml:1: `state` cannot be `Utopia`; write the three letters of the state's passports")
                .allMatch(line -> line.matches(".+:[1-9][0-9]*: .+; .+"));
    }

    @Test
    void answers_are_explained_ground_by_ground() throws IOException {
        var answers = Files.writeString(
                dir.resolve("answers.yaml"), "forebear: mothers-mother\nline_papers: none\nwas_citizen: no\n");

        assertThat(PackCommands.explain(SomePack.UTOPIA, answers, TODAY, "en", false, out))
                .isZero();
        assertThat(said()).isEqualTo("""
                        Utopia, Compatriot Card, version 2026.1, November 22, 2026
                        Not known yet

                        Descent: a parent or grandparent from Utopia: Not met
                          Yes: A parent or grandparent was born in Utopia
                              You said: My mother’s mother
                          No: You can show the line with papers
                              You said: No papers are left
                              What would change it: No papers left? The statements of two people who knew your family, given at a centre, will do.
                          Your answers do not show a parent or grandparent from Utopia with papers to prove it.
                          What would change it: If you find that a parent or grandparent was born in Utopia, answer again.
                          Compatriots Act, section 4(1)(b): whoever has a parent or grandparent born in Utopia.

                        Language and culture: Not known yet
                          Not known: You speak Utopian in daily life
                          Not known: A school, an association or a certificate can confirm it
                              What would settle it: A letter from a school or association, or a talk of 15 minutes at a centre. It is not an exam.
                          It is not known yet who can confirm that you speak Utopian.
                          What would settle it: Anyone can learn Utopian. You can apply again at any time.
                          Compatriots Act, section 4(1)(c): whoever speaks Utopian and lives in its culture.

                        Former citizen: Not met
                          No: You once held Utopian citizenship
                              You said: No
                          You said that you were never a citizen of Utopia.
                          What would change it: If you find that you were a citizen as a child, answer again.
                          Compatriots Act, section 4(1)(a): whoever was once a citizen of Utopia.
                        """);
    }

    @Test
    void answers_may_be_json_and_the_explanation_arabic() throws IOException {
        var answers = Files.writeString(dir.resolve("answers.json"), """
                {"forebear": "mother", "line_papers": {"not_known": true}, "was_citizen": true,
                 "name": {"given": "ليلى", "passport_given": "LAYLA"}, "citizen_until": "1990-07"}
                """);

        assertThat(PackCommands.explain(SomePack.UTOPIA, answers, TODAY, "ar", false, out))
                .isZero();
        var arabic = SomePack.utopia().loaded().messages().in("ar");
        assertThat(said())
                .contains(arabic.text("ground.former-citizen.title") + ": " + arabic.text("outcome.met"))
                .contains("قلت: أمي", "22 نوفمبر 2026");
    }

    @Test
    void answers_that_fit_no_question_are_told_with_their_lines() throws IOException {
        var answers = Files.writeString(
                dir.resolve("answers.yaml"),
                "forebear: aunt\nwealth: much\nwas_citizen: perhaps\nbirth_date: 1987-02-30\n");

        assertThat(PackCommands.explain(SomePack.UTOPIA, answers, TODAY, "en", false, out))
                .isEqualTo(1);
        assertThat(said().lines().map(line -> line.replace(answers.toString(), "answers.yaml")))
                .containsExactly(
                        "answers.yaml:1: this cannot be an answer to `forebear`; write one of mother, father,"
                                + " mothers-mother, mothers-father, fathers-mother, fathers-father, none",
                        "answers.yaml:2: no question `wealth`; use the id of a question",
                        "answers.yaml:3: this cannot be an answer to `was_citizen`; write yes or no",
                        "answers.yaml:4: this cannot be an answer to `birth_date`; write 1931, 1931-04 or 1931-04-27");
    }

    @Test
    void a_missing_answers_file_is_told() {
        assertThat(PackCommands.explain(SomePack.UTOPIA, dir.resolve("none.yaml"), TODAY, "en", false, out))
                .isEqualTo(1);
        assertThat(said()).contains("the file cannot be read");
    }

    private String said() {
        return printed.toString(UTF_8);
    }

    @Test
    void a_program_reads_the_same_as_one_line_of_json() throws IOException {
        var answers = Files.writeString(dir.resolve("answers.yaml"), """
                        forebear: father
                        line_papers: { not_known: true }
                        """);

        assertThat(PackCommands.explain(SomePack.UTOPIA, answers, TODAY, "en", true, out))
                .isZero();
        var json = JsonMapper.shared().readTree(said());

        assertThat(said().lines()).hasSize(1);
        assertThat(json.at("/result").asString()).isEqualTo("unknown");
        assertThat(json.at("/grounds/0/clauses/0/said/0/answer").asString()).isEqualTo("father");
        assertThat(json.at("/grounds/0/clauses/1/open/0").asString()).isEqualTo("line_papers");
        assertThat(json.at("/grounds/0/clauses/1/cure").asString()).startsWith("No papers left?");
        assertThat(json.at("/grounds/0/evidence/0/any-of/0/title").asString()).isEqualTo("Your birth record");
    }

    @Test
    void answers_of_groups_are_written_as_lists() throws IOException {
        var answers = Files.writeString(dir.resolve("answers.yaml"), """
                        from_ruritania: yes
                        forebears:
                          - generation: parent
                            born_in: XRU
                            born: { not_known: true }
                            recorded: yes
                          - generation: grandparent
                            born_in: XOR
                            born: hebrew:5660
                            recorded: no
                        relative: nobody
                        line_files: [town-book]
                        """);

        assertThat(PackCommands.explain(SomePack.PROGRAMMES.resolve("ruritania"), answers, TODAY, "en", false, out))
                .isZero();
        assertThat(said())
                .contains("Descent from someone born in Ruritania: Not met")
                .contains("  Yes: Someone on your line was born in Ruritania before 1946")
                .contains("  No: There is a paper for each step");
    }

    @Test
    void a_group_that_is_written_wrongly_is_told_at_its_line() throws IOException {
        var answers = Files.writeString(dir.resolve("answers.yaml"), """
                        from_ruritania: yes
                        forebears:
                          - generation: aunt
                        """);

        assertThat(PackCommands.explain(SomePack.PROGRAMMES.resolve("ruritania"), answers, TODAY, "en", false, out))
                .isEqualTo(1);
        assertThat(said())
                .contains("answers.yaml:3: this cannot be an answer to `generation` in entry 1 of `forebears`;"
                        + " write one of parent, grandparent, great-grandparent, earlier");
    }

    @Test
    void what_is_misspelt_is_told_with_its_entry_and_a_guess() throws IOException {
        assertThat(ruritania("""
                        relativ: nobody
                        residence: Germany
                        forebears:
                          - generation: parent
                            born: 14.3.1922
                          - genration: parent
                            called: { given: Anna, familly: F }
                        """)).isEqualTo(1);
        assertThat(said().lines().map(line -> line.replaceAll("^.*answers.yaml", "answers.yaml")))
                .containsExactly(
                        "answers.yaml:1: no question `relativ`; did you mean `relative`",
                        "answers.yaml:2: this cannot be an answer to `residence`;"
                                + " write three letters, of ISO 3166 or of the pack",
                        "answers.yaml:5: this cannot be an answer to `born` in entry 1 of `forebears`;"
                                + " write 1931, 1931-04 or 1931-04-27",
                        "answers.yaml:6: entry 2 of `forebears` is not asked for `genration`;"
                                + " did you mean `generation`",
                        "answers.yaml:7: `called` in entry 2 of `forebears` has no part `familly`;"
                                + " did you mean `family`");
    }

    @Test
    void a_group_without_hyphens_is_no_empty_list() throws IOException {
        assertThat(ruritania("from_ruritania: yes\nforebears: {generation: parent}\n"))
                .isEqualTo(1);
        assertThat(said())
                .contains("answers.yaml:2: `forebears` is a group, and this is no list;"
                        + " write a list: a hyphen before each entry");
    }

    @Test
    void what_is_not_asked_after_a_no_is_neither_shown_nor_looked_at() throws IOException {
        assertThat(ruritania("""
                        from_ruritania: no
                        relative: nobody
                        forebears: [{ generation: parent, born_in: XRU, born: 1901, recorded: yes }]
                        """)).isZero();
        assertThat(said())
                .contains("By none of the grounds")
                .doesNotContain("What would settle it", "There is a paper for each step")
                .endsWith("Answered, but not asked after the other answers, and so not looked at: forebears\n");
    }

    @Test
    void a_ground_that_nothing_can_settle_shows_the_clause_that_keeps_it_open() throws IOException {
        var pack = SomePack.of("ruritania")
                .replacing(
                        "eligibility.yaml",
                        "rule: someone_from_there && born_there && each_step_recorded",
                        "rule: born_there && each_step_recorded");
        write(pack);
        var answers = Files.writeString(dir.resolve("answers.txt"), "from_ruritania: no\nrelative: nobody\n");

        assertThat(PackCommands.explain(dir, answers, TODAY, "en", false, out)).isZero();
        assertThat(said()).contains("  Not known: There is a paper for each step", "settles it: forebears");
    }

    @Test
    void papers_are_told_for_grounds_that_are_met_and_for_whom() throws IOException {
        assertThat(ruritania("""
                        from_ruritania: yes
                        relative: nobody
                        forebears: [{ generation: parent, born_in: XRU, born: 1901, recorded: yes }]
                        """)).isZero();
        assertThat(said())
                .contains("Belongs, by: Descent from someone born in Ruritania")
                .contains("A ship’s list of passengers (for each of: ")
                .doesNotContain("Your relative’s consent");
    }

    @Test
    void a_language_that_the_pack_lacks_is_refused() throws IOException {
        var answers = Files.writeString(dir.resolve("answers.yaml"), "was_citizen: yes\n");

        assertThat(PackCommands.explain(SomePack.UTOPIA, answers, TODAY, "es", false, out))
                .isEqualTo(2);
        assertThat(said()).contains("Use one of en, ar, ru.");
    }

    @Test
    void a_day_before_every_ground_is_said_to_be_one() throws IOException {
        var answers = Files.writeString(dir.resolve("answers.yaml"), "was_citizen: yes\n");

        assertThat(PackCommands.explain(SomePack.UTOPIA, answers, LocalDate.of(1999, 1, 1), "en", false, out))
                .isZero();
        assertThat(said()).contains("No ground is in force on that day.");
    }

    @Test
    void the_texts_that_a_language_lacks_are_printed_as_lines_to_fill_in() throws IOException {
        var pack = SomePack.utopia().replacing("messages/ar.yaml", "  headline: أنت منّا أينما كنت\n", "");
        write(pack);

        assertThat(PackCommands.missing(dir, "ar", out)).isZero();
        assertThat(said()).isEqualTo("# You belong, wherever you live\nstart.headline: \"\"\n");

        assertThat(pack.adding("messages/ar.yaml", said().replace("\"\"", "أنت منّا"))
                        .faults())
                .isEmpty();
        assertThat(pack.adding("messages/ar.yaml", said()).faults())
                .singleElement()
                .asString()
                .contains("`start.headline` is empty");
    }

    @Test
    void a_language_that_is_only_planned_lacks_every_text() {
        assertThat(PackCommands.missing(SomePack.UTOPIA, "he", out)).isZero();
        assertThat(said()).startsWith("# Utopia\nstate.name: \"\"\n").contains("\nstart.headline: \"\"\n");
        assertThat(PackCommands.missing(SomePack.UTOPIA, "Hebrew", out)).isEqualTo(2);
    }

    private void write(SomePack pack) throws IOException {
        for (var file : pack.files()) {
            Files.createDirectories(dir.resolve(file).getParent());
            Files.writeString(dir.resolve(file), pack.text(file));
        }
    }

    private int ruritania(String yaml) throws IOException {
        var answers = Files.writeString(dir.resolve("answers.yaml"), yaml);
        return PackCommands.explain(SomePack.PROGRAMMES.resolve("ruritania"), answers, TODAY, "en", false, out);
    }
}
