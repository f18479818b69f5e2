package org.kith.verifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.verifier.SomeIssuer.LISTED;
import static org.kith.verifier.SomeIssuer.VALID;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.credential.trust.TrustFile;

/// A verifier beside an issuer's server; the server may go away before a card is checked.
class FetchCommandTest {
    private final IssuersServer server = new IssuersServer();
    private final SomeIssuer issuer = SomeIssuer.at(server.address());
    private CommandLineOf shell;
    private Path card;

    @BeforeEach
    void trusts_the_issuer(@TempDir Path folder) {
        shell = new CommandLineOf(folder);
        card = shell.file("card.txt", issuer.code(VALID));
        server.answers(TrustFile.WELL_KNOWN, trustFile().write());
        server.answers("/status", "{\"status_lists\": [\"" + issuer.listAddress() + "\"]}");
        server.answers("/status/1", issuer.list(LISTED));
        shell.kith(
                "trust", "add", server.address(), "--fingerprint", trustFile().fingerprint());
    }

    @AfterEach
    void stops() {
        server.close();
    }

    @Test
    void after_a_fetch_a_card_is_checked_with_the_server_gone() {
        assertThat(shell.kith("fetch")).isZero();
        assertThat(shell.out()).contains(issuer.listAddress()).contains("2 hours ago");
        server.close();

        assertThat(shell.kith("verify", card)).isZero();
    }

    @Test
    void a_list_that_a_check_missed_is_fetched_even_if_the_issuer_does_not_list_it() {
        server.answers("/status", "{\"status_lists\": []}");
        assertThat(shell.kith("verify", card)).isEqualTo(20);

        assertThat(shell.kith("fetch")).isZero();

        assertThat(shell.kith("verify", card)).isZero();
    }

    @Test
    void a_later_list_replaces_an_earlier_one_and_never_the_other_way() {
        shell.kith("fetch");
        server.answers("/status/1", issuer.list(LISTED.plusSeconds(60), VALID));
        assertThat(shell.kith("fetch")).isZero();
        assertThat(shell.kith("verify", card)).isEqualTo(11);

        server.answers("/status/1", issuer.list(LISTED));

        assertThat(shell.kith("fetch")).isEqualTo(1);
        assertThat(shell.err()).contains("older list than the one here");
        assertThat(shell.kith("verify", card)).isEqualTo(11);
    }

    @Test
    void an_older_list_named_on_the_command_line_does_not_undo_a_newer_one_in_the_cache() {
        server.answers("/status/1", issuer.list(LISTED.plusSeconds(60), VALID));
        shell.kith("fetch");
        var older = shell.file("older.jwt", issuer.list(LISTED));

        assertThat(shell.kith("verify", "--status-list", older, card)).isEqualTo(11);
    }

    @Test
    void a_list_cut_short_or_signed_by_another_is_not_kept() {
        shell.kith("fetch");
        server.answers("/status/1", issuer.list(LISTED.plusSeconds(60), VALID).substring(0, 200));
        assertThat(shell.kith("fetch")).isEqualTo(1);
        assertThat(shell.err()).contains("not believed");

        server.answers("/status/1", SomeIssuer.at(server.address()).list(LISTED.plusSeconds(60), VALID));
        assertThat(shell.kith("fetch")).isEqualTo(1);

        assertThat(shell.kith("verify", card)).isZero();
    }

    @Test
    void changed_keys_are_refused_and_the_old_stay() {
        server.answers(
                TrustFile.WELL_KNOWN,
                SomeIssuer.at(server.address()).trustFile().write());

        assertThat(shell.kith("fetch")).isEqualTo(1);

        assertThat(shell.err()).contains("not those you trusted");
        assertThat(shell.kith("verify", card)).isZero();
    }

    @Test
    void lists_elsewhere_are_not_fetched() {
        server.answers("/status", "{\"status_lists\": [\"https://other.example/status/1\", 7]}");

        assertThat(shell.kith("fetch")).isZero();
        assertThat(shell.out()).contains("no status list is known yet").doesNotContain("other.example");
    }

    @Test
    void a_server_that_is_gone_is_told_and_what_was_fetched_stays() {
        shell.kith("fetch");
        server.close();

        assertThat(shell.kith("fetch")).isEqualTo(1);
        assertThat(shell.err()).contains("could not be reached");
        assertThat(shell.kith("verify", card)).isZero();
    }

    @Test
    void without_an_issuer_there_is_nothing_to_fetch() {
        shell.kith("trust", "remove", server.address());

        assertThat(shell.kith("fetch")).isEqualTo(1);
        assertThat(shell.err()).contains("kith trust add");
    }

    private TrustFile trustFile() {
        return issuer.trustFile(server.address() + "/status");
    }
}
