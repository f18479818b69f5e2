package org.kith.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgrammeCommandTest {
    private static final Path UTOPIA = Path.of("..", "programmes", "utopia");

    private CommandLineOf shell;
    private Path folder;

    @BeforeEach
    void has_a_folder(@TempDir Path folder) {
        this.folder = folder;
        shell = new CommandLineOf(folder);
    }

    @Test
    void a_pack_without_fault_ends_with_0_and_one_with_faults_names_file_and_line() {
        assertThat(shell.kith("programme", "check", UTOPIA)).isZero();
        shell.file("programme.yaml", "state: Utopia\n");

        assertThat(shell.kith("programme", "check", folder)).isEqualTo(1);
        assertThat(shell.out()).contains("programme.yaml:1: ");
    }

    @Test
    void the_texts_that_a_language_lacks_are_printed() {
        assertThat(shell.kith("programme", "check", UTOPIA, "--missing", "ar")).isZero();
        assertThat(shell.out()).contains("# No text is missing in messages/ar.yaml.");
        assertThat(shell.kith("programme", "check", UTOPIA, "--missing", "fr")).isZero();
        assertThat(shell.out()).contains("state.name: \"\"");
    }

    @Test
    void answers_are_explained_for_a_day_and_in_a_language() {
        var answers = shell.file("answers.yaml", "forebear: mothers-mother\nline_papers: none\nwas_citizen: no\n");

        assertThat(shell.kith("programme", "explain", UTOPIA, "--answers", answers))
                .isZero();
        assertThat(shell.out()).contains("November 22, 2026").contains("Not met");
        assertThat(shell.kith("programme", "explain", UTOPIA, "--answers", answers, "--on", "2027-01-02"))
                .isZero();
        assertThat(shell.out()).contains("January 2, 2027");
        assertThat(shell.kith("programme", "explain", UTOPIA, "--answers", answers, "--language", "ru"))
                .isZero();
        assertThat(shell.out()).doesNotContain("Not met");
    }

    @Test
    void a_program_gets_json() {
        var answers = shell.file("answers.yaml", "was_citizen: yes\n");

        assertThat(shell.kith("programme", "explain", UTOPIA, "--answers", answers, "--json"))
                .isZero();
        assertThat(shell.out()).startsWith("{\"state\":\"UTO\"").contains("\"result\":\"met\"");
    }

    @Test
    void wrong_use_is_2_and_says_how_to_mend_it() {
        assertThat(shell.kith("programme", "check", folder.resolve("nowhere"))).isEqualTo(2);
        assertThat(shell.err()).contains("programme.yaml");
        assertThat(shell.kith("programme", "explain", UTOPIA)).isEqualTo(2);
        assertThat(shell.err()).contains("--answers");
        assertThat(shell.kith("programme", "explain", UTOPIA, "--answers", "nowhere.yaml"))
                .isEqualTo(2);
        assertThat(shell.kith("programme")).isEqualTo(2);
        assertThat(shell.kith()).isEqualTo(2);
    }
}
