package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.verifier.SomeIssuer.ISSUED;
import static org.kith.verifier.SomeIssuer.LISTED;
import static org.kith.verifier.SomeIssuer.REVOKED;
import static org.kith.verifier.SomeIssuer.SUSPENDED;
import static org.kith.verifier.SomeIssuer.VALID;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real files through the real command; what a script sees is its exit code.
class VerifyCommandTest {
    private static final Instant LIST_ENDS = LISTED.plus(Duration.ofDays(2));

    private final SomeIssuer issuer = SomeIssuer.at("https://kith.example");
    private CommandLineOf shell;
    private Path trust;
    private Path list;

    @BeforeEach
    void trusts_an_issuer_and_has_its_list(@TempDir Path folder) {
        shell = new CommandLineOf(folder);
        trust = shell.file("trust.json", issuer.trustFile().write());
        list = shell.file("list.jwt", issuer.list(LISTED));
    }

    @Test
    void a_valid_card_as_pdf_png_jpeg_and_text_ends_with_0() {
        var code = issuer.code(VALID);

        assertThat(verify("card.pdf", Drawn.pdf(50, code))).isZero();
        assertThat(verify("card.png", Drawn.png(Drawn.picture(code, 500)))).isZero();
        assertThat(verify("card.jpg", Drawn.jpeg(Drawn.picture(code, 500)))).isZero();
        assertThat(verify("card.txt", (code + "\r\n").getBytes(UTF_8))).isZero();
        assertThat(shell.out())
                .contains("card.txt: VALID. Olena Kovalenko (Олена Коваленко), born 1990, issued by Utopia")
                .contains("Status list of 22 November 2026 13:00 UTC, 2 hours old.");
    }

    @Test
    void the_file_says_what_it_is_by_its_first_bytes_and_not_by_its_name() {
        assertThat(verify("card.txt", Drawn.pdf(50, issuer.code(VALID)))).isZero();
        assertThat(verify("card.pdf", Drawn.png(Drawn.picture(issuer.code(VALID), 500))))
                .isZero();
    }

    @Test
    void another_moment_than_now_can_be_judged_by() {
        var expired = ISSUED.plus(Duration.ofDays(4000));
        var card = shell.file("card.txt", issuer.code(VALID));

        assertThat(shell.kith("verify", "--trust", trust, "--status-list", list, "--at", expired, card))
                .isEqualTo(12);
        assertThat(shell.kith("verify", "--trust", trust, "--status-list", list, "--at", "tomorrow", card))
                .isEqualTo(2);
    }

    @Test
    void standard_input_is_read_where_the_name_is_a_dash() {
        assertThat(shell.reading(issuer.code(VALID)).kith("verify", "--trust", trust, "--status-list", list, "-"))
                .isZero();
        assertThat(shell.reading(Drawn.png(Drawn.picture(issuer.code(REVOKED), 500)))
                        .kith("verify", "--trust", trust, "--status-list", list, "-"))
                .isEqualTo(11);
    }

    @Test
    void suspended_is_10_and_revoked_is_11() {
        assertThat(verify("card.pdf", Drawn.pdf(50, issuer.code(SUSPENDED)))).isEqualTo(10);
        assertThat(shell.out()).contains("SUSPENDED");
        assertThat(verify("card.pdf", Drawn.pdf(50, issuer.code(REVOKED)))).isEqualTo(11);
        assertThat(shell.out()).contains("REVOKED");
    }

    @Test
    void a_card_that_has_run_out_is_12() {
        shell.at(ISSUED.plus(Duration.ofDays(900)));

        assertThat(verify("card.txt", issuer.code(VALID).getBytes(UTF_8))).isEqualTo(12);
        assertThat(shell.out()).contains("EXPIRED");
    }

    @Test
    void a_forged_card_is_13_and_none_of_it_is_shown() {
        assertThat(verify("card.png", Drawn.png(Drawn.picture(issuer.forged(), 500))))
                .isEqualTo(13);
        assertThat(shell.out()).contains("NOT GENUINE").doesNotContain("Olena");
    }

    @Test
    void a_card_of_another_issuer_is_20() {
        var other = SomeIssuer.at("https://other.example");

        assertThat(verify("card.png", Drawn.png(Drawn.picture(other.code(VALID), 500))))
                .isEqualTo(20);
        assertThat(shell.out()).contains("not among those you trust").doesNotContain("Olena");
    }

    @Test
    void no_list_a_list_cut_short_and_a_list_run_out_are_20_and_never_valid() {
        var card = shell.file("card.txt", issuer.code(VALID));
        var cut = shell.file("cut.jwt", issuer.list(LISTED).substring(0, 300));

        assertThat(shell.kith("verify", "--trust", trust, card)).isEqualTo(20);
        assertThat(shell.out()).contains("no status list");
        assertThat(shell.kith("verify", "--trust", trust, "--status-list", cut, card))
                .isEqualTo(20);
        assertThat(shell.out()).contains("damaged");
        assertThat(shell.at(LIST_ENDS).kith("verify", "--trust", trust, "--status-list", list, card))
                .isEqualTo(20);
        assertThat(shell.out()).contains("has run out");
    }

    @Test
    void a_cached_revoked_stands_after_the_list_has_run_out() {
        shell.at(LIST_ENDS.plus(Duration.ofDays(100)));

        assertThat(verify("card.txt", issuer.code(REVOKED).getBytes(UTF_8))).isEqualTo(11);
    }

    @Test
    void of_two_lists_the_newer_counts_whichever_is_named_first() {
        var card = shell.file("card.txt", issuer.code(7));
        var newer = shell.file("newer.jwt", issuer.list(LISTED.plusSeconds(60), 7));

        assertThat(shell.kith("verify", "--trust", trust, "--status-list", newer, "--status-list", list, card))
                .isEqualTo(11);
        assertThat(shell.kith("verify", "--trust", trust, "--status-list", list, "--status-list", newer, card))
                .isEqualTo(11);
    }

    @Test
    void what_is_no_card_is_20() {
        assertThat(verify("empty.txt", new byte[0])).isEqualTo(20);
        assertThat(verify("page.html", "<html>no card</html>".getBytes(UTF_8))).isEqualTo(20);
        assertThat(verify("white.png", Drawn.png(Drawn.inverted(Drawn.picture("x", 40)))))
                .isEqualTo(20);
        assertThat(verify("broken.pdf", "%PDF-1.7 and no more".getBytes(UTF_8))).isEqualTo(20);
        assertThat(verify("cut.png", Arrays.copyOf(Drawn.png(Drawn.picture(issuer.code(VALID), 500)), 900)))
                .isEqualTo(20);
        assertThat(verify("link.png", Drawn.png(Drawn.picture("https://kith.example/check", 200))))
                .isEqualTo(20);
        assertThat(shell.out()).contains("No card's code could be read");
    }

    @Test
    void of_several_cards_all_must_be_valid() {
        var valid = shell.file("valid.txt", issuer.code(VALID));
        var revoked = shell.file("revoked.txt", issuer.code(REVOKED));
        var both = shell.file("both.pdf", Drawn.pdf(50, issuer.code(VALID), issuer.code(REVOKED)));

        assertThat(shell.kith("verify", "--trust", trust, "--status-list", list, valid, valid))
                .isZero();
        assertThat(shell.kith("verify", "--trust", trust, "--status-list", list, valid, revoked))
                .isEqualTo(1);
        assertThat(shell.out().lines()).hasSize(2);
        assertThat(shell.kith("verify", "--trust", trust, "--status-list", list, both))
                .isEqualTo(1);
        assertThat(shell.out().lines()).hasSize(2);
    }

    @Test
    void wrong_use_is_2_and_says_how_to_mend_it() {
        assertThat(shell.kith("verify")).isEqualTo(2);
        assertThat(shell.err()).contains("FILE");
        assertThat(shell.kith("verify", "nowhere.pdf")).isEqualTo(2);
        assertThat(shell.err()).isEqualToIgnoringNewLines("There is no file nowhere.pdf. Check its name.");
        assertThat(shell.kith("verify", "--trust", list, list)).isEqualTo(2);
        assertThat(shell.err()).contains("list.jwt is not JSON");
        assertThat(shell.kith("verify", "--trust", trust, "--trust", trust, list))
                .isEqualTo(2);
        assertThat(shell.kith("verfy", list)).isEqualTo(2);
        assertThat(shell.kith("verify", trust.getParent())).isEqualTo(2);
        assertThat(shell.err()).contains("folder");
    }

    @Test
    void json_has_a_line_for_each_card_and_quiet_none() {
        var card = shell.file("card.txt", issuer.code(SUSPENDED));

        assertThat(shell.kith("verify", "--json", "--trust", trust, "--status-list", list, card))
                .isEqualTo(10);
        assertThat(shell.out())
                .contains("\"answer\":\"suspended\",\"exit_code\":10,\"reason\":\"suspended\"")
                .contains("\"name_in_own_script\":\"Олена Коваленко\"")
                .contains("\"list_age_seconds\":7200")
                .hasLineCount(1);
        assertThat(shell.kith("verify", "--quiet", "--trust", trust, "--status-list", list, card))
                .isEqualTo(10);
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void a_missing_list_is_noted_for_the_next_fetch() throws Exception {
        var card = shell.file("card.txt", issuer.code(VALID));

        shell.kith("verify", "--trust", trust, card);

        try (var noted = Files.list(trust.getParent().resolve("cache/status"))) {
            assertThat(noted).singleElement().satisfies(file -> assertThat(file).hasContent(issuer.listAddress()));
        }
    }

    @Test
    void help_shows_examples() {
        assertThat(shell.kith("--help")).isZero();
        assertThat(shell.out()).contains("kith verify card.pdf");
        assertThat(shell.kith("verify", "--help")).isZero();
        assertThat(shell.out()).contains("not genuine 13");
    }

    private int verify(String name, byte[] bytes) {
        return shell.kith("verify", "--trust", trust, "--status-list", list, shell.file(name, bytes));
    }
}
