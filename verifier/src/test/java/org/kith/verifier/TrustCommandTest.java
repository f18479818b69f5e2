package org.kith.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.credential.trust.TrustFile;

class TrustCommandTest {
    private final SomeIssuer issuer = SomeIssuer.at("https://kith.example");
    private CommandLineOf shell;
    private Path file;

    @BeforeEach
    void has_a_trust_file(@TempDir Path folder) {
        shell = new CommandLineOf(folder);
        file = shell.file("trust.json", issuer.trustFile().write());
    }

    @Test
    void an_issuer_is_trusted_once_its_fingerprint_is_confirmed() {
        var card = shell.file("card.txt", issuer.code(SomeIssuer.VALID));
        var list = shell.file("list.jwt", issuer.list(SomeIssuer.LISTED));

        assertThat(shell.reading("yes\n").kith("trust", "add", file)).isZero();
        assertThat(shell.out()).contains(issuer.trustFile().fingerprint().toString());

        assertThat(shell.kith("trust", "list")).isZero();
        assertThat(shell.out()).contains("https://kith.example  Utopia");
        assertThat(shell.kith("verify", "--status-list", list, card)).isZero();
    }

    @Test
    void without_a_yes_nothing_is_trusted() {
        for (var answer : new String[] {"", "no\n", "y\n", "\n"}) {
            assertThat(shell.reading(answer).kith("trust", "add", file)).isEqualTo(1);
            assertThat(shell.err()).contains("Nothing was changed");
        }
        shell.kith("trust", "list");
        assertThat(shell.out()).contains("No issuer is trusted yet");
    }

    @Test
    void a_script_gives_the_fingerprint_and_a_wrong_one_is_refused() {
        var right = issuer.trustFile().fingerprint().toString();
        var wrong = SomeIssuer.at("https://kith.example").trustFile().fingerprint();

        assertThat(shell.kith("trust", "add", file, "--fingerprint", wrong)).isEqualTo(1);
        assertThat(shell.kith("trust", "add", file, "--fingerprint", "12 34")).isEqualTo(2);
        assertThat(shell.kith("trust", "add", file, "--fingerprint", right)).isZero();
    }

    @Test
    void it_is_asked_once() {
        shell.reading("yes\n").kith("trust", "add", file);

        assertThat(shell.reading("").kith("trust", "add", file)).isZero();
        assertThat(shell.out()).contains("Trusted already");
    }

    @Test
    void other_keys_of_the_same_issuer_are_refused_until_the_old_are_removed() {
        shell.reading("yes\n").kith("trust", "add", file);
        var other = shell.file(
                "other.json", SomeIssuer.at("https://kith.example").trustFile().write());

        assertThat(shell.reading("yes\n").kith("trust", "add", other)).isEqualTo(1);
        assertThat(shell.err()).contains("not those you trusted").contains("kith trust remove https://kith.example");
        assertThat(shell.kith("trust", "remove", "https://kith.example")).isZero();
        assertThat(shell.reading("yes\n").kith("trust", "add", other)).isZero();
    }

    @Test
    void an_issuer_that_is_not_trusted_cannot_be_removed() {
        assertThat(shell.kith("trust", "remove", "https://kith.example")).isEqualTo(2);
        assertThat(shell.err()).contains("kith trust list");
    }

    @Test
    void an_issuers_address_is_asked_for_its_file() {
        try (var server = new IssuersServer()) {
            var local = SomeIssuer.at(server.address());
            server.answers(TrustFile.WELL_KNOWN, local.trustFile().write());

            assertThat(shell.reading("yes\n").kith("trust", "add", server.address() + "/"))
                    .isZero();
            shell.kith("trust", "list");
            assertThat(shell.out()).contains(server.address());
        }
    }

    @Test
    void a_file_that_speaks_for_another_issuer_is_refused() {
        try (var server = new IssuersServer()) {
            server.answers(TrustFile.WELL_KNOWN, issuer.trustFile().write());

            assertThat(shell.reading("yes\n").kith("trust", "add", server.address()))
                    .isEqualTo(1);
            assertThat(shell.err()).contains("speaks for https://kith.example");
        }
    }

    @Test
    void plain_http_to_another_machine_is_refused() {
        assertThat(shell.kith("trust", "add", "http://kith.example")).isEqualTo(2);
        assertThat(shell.err()).contains("https");
    }

    @Test
    void an_address_that_does_not_answer_is_told() {
        try (var server = new IssuersServer()) {
            assertThat(shell.kith("trust", "add", server.address())).isEqualTo(1);
            assertThat(shell.err()).contains("404");
        }
        assertThat(shell.kith("trust", "add", "http://localhost:1")).isEqualTo(1);
        assertThat(shell.err()).contains("could not be reached");
    }
}
