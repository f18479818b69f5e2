package org.kith.server.commands;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.keys.KeyPlace;
import org.kith.server.keys.Keys;
import picocli.CommandLine;

/// A ceremony as two people type it on two machines.
class KeysCommandTest {
    private static final String[] WHO = {"--country", "XU", "--address", "https://card.utopia.example"};
    private static final Pattern FINGERPRINT = Pattern.compile("fingerprint \\(SHA-256\\)\\s+([0-9A-F ]{79})");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private Path root;
    private Path rootPassword;
    private Path requests;
    private Path certificates;
    private Machine machine;

    @BeforeEach
    void two_machines() throws IOException {
        root = folder.resolve("medium");
        rootPassword = Files.writeString(folder.resolve("root.password"), "of the root");
        requests = folder.resolve("requests.pem");
        certificates = folder.resolve("certificates.pem");
        var password = Files.writeString(folder.resolve("keys.password"), "of the keys");
        machine = new Machine(folder.resolve("home"), folder.resolve("keys"), password, "", "", null);
    }

    @Test
    void a_ceremony_gives_the_daily_keys_their_certificates() {
        assertThat(keys("create", "Office of the Compatriot Card")).isZero();
        assertThat(request()).isZero();
        var asked = output();
        assertThat(makeRoot(root)).isZero();
        var fingerprint = fingerprint(output());
        assertThat(open().certified()).isFalse();

        assertThat(sign()).isZero();
        var protocol = output();
        assertThat(keys("install", certificates.toString(), "--fingerprint", fingerprint))
                .isZero();

        assertThat(protocol).contains("PROTOCOL OF A KEY CEREMONY", fingerprint, "Present, with name and signature");
        for (var purpose : new String[] {"CARD", "STATUS", "METADATA"}) {
            var line = Stream.of(asked.split("\n"))
                    .filter(text -> text.strip().startsWith(purpose))
                    .findFirst();
            assertThat(line.map(String::strip))
                    .hasValueSatisfying(text -> assertThat(protocol).contains(text));
        }
        assertThat(open().certified()).isTrue();
        assertThat(open().areForDemonstration()).isFalse();
    }

    @Test
    void asking_again_asks_for_the_same_keys() throws IOException {
        keys("create", "Office of the Compatriot Card");
        output();
        request();
        var first = output();

        request();

        assertThat(output()).isEqualTo(first);
    }

    @Test
    void a_root_nobody_compared_is_not_believed() {
        keys("create", "Office of the Compatriot Card");
        request();
        makeRoot(root);
        sign();

        assertThat(keys("install", certificates.toString())).isOne();
        assertThat(output()).contains("Nobody has confirmed this root yet", "--fingerprint");
        assertThat(keys("install", certificates.toString(), "--fingerprint", "00".repeat(32)))
                .isOne();
        assertThat(output()).contains("not the one you confirmed");
        assertThat(open().certified()).isFalse();
    }

    @Test
    void a_known_root_needs_no_comparing_and_keys_take_their_turn_later() {
        keys("create", "Office of the Compatriot Card");
        request();
        makeRoot(root);
        var fingerprint = fingerprint(output());
        sign();
        keys("install", certificates.toString(), "--fingerprint", fingerprint);
        output();

        request();
        assertThat(sign("--from", "2039-01-01")).isZero();
        assertThat(keys("install", certificates.toString())).isZero();

        assertThat(output()).contains("CARD", "signs from 2039-01-01, holds until 2040-04-02");
    }

    @Test
    void certificates_for_other_keys_are_refused() throws IOException {
        keys("create", "Office of the Compatriot Card");
        request();
        makeRoot(root);
        var fingerprint = fingerprint(output());
        sign();
        var other = new Machine(folder.resolve("home"), folder.resolve("other"), machine.keysPassword(), "", "", null);
        run(other, "create", "Another office");

        assertThat(run(other, "install", certificates.toString(), "--fingerprint", fingerprint))
                .isOne();
        assertThat(output()).contains("No key here waits for the certificate of");
    }

    @Test
    void a_request_from_another_country_is_refused() {
        keys("create", "Office of the Compatriot Card");
        keys(
                "request",
                requests.toString(),
                "--name",
                "Office",
                "--country",
                "XR",
                "--address",
                "https://card.utopia.example");
        makeRoot(root);

        assertThat(sign()).isOne();
        assertThat(output()).contains("a key of XR, and the root is of XU");
        assertThat(certificates).doesNotExist();
    }

    @Test
    void the_root_does_not_lie_beside_what_it_vouches_for() {
        assertThat(makeRoot(folder.resolve("keys/root"))).isOne();
        assertThat(output()).contains("The root key must not lie in");
        assertThat(makeRoot(folder.resolve("home/root"))).isOne();
        assertThat(makeRoot(root)).isZero();
        assertThat(makeRoot(root)).isOne();
        assertThat(output()).contains("never replaced");
    }

    private Keys open() {
        return Keys.open(new KeyPlace(machine.keys(), machine.keysPassword(), Optional.empty()));
    }

    private int request() {
        return keys(
                "request",
                requests.toString(),
                "--name",
                "Office of the Compatriot Card",
                WHO[0],
                WHO[1],
                WHO[2],
                WHO[3]);
    }

    private int makeRoot(Path where) {
        return keys(
                "ceremony",
                "root",
                where.toString(),
                "Office of the Compatriot Card",
                WHO[0],
                WHO[1],
                WHO[2],
                WHO[3],
                "--password-file",
                rootPassword.toString());
    }

    private int sign(String... more) {
        var arguments = Stream.concat(
                Stream.of(
                        "ceremony",
                        "sign",
                        root.toString(),
                        requests.toString(),
                        certificates.toString(),
                        "--password-file",
                        rootPassword.toString()),
                Stream.of(more));
        return keys(arguments.toArray(String[]::new));
    }

    private int keys(String... arguments) {
        return run(machine, arguments);
    }

    private int run(Machine where, String... arguments) {
        var out = System.out;
        var err = System.err;
        var caught = new PrintStream(said, true, UTF_8);
        System.setOut(caught);
        System.setErr(caught);
        try {
            return new CommandLine(new KeysCommand(where))
                    .addSubcommand(new CeremonyCommand(where))
                    .setExecutionExceptionHandler(Commands::refused)
                    .execute(arguments);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private String output() {
        var text = said.toString(UTF_8);
        said.reset();
        return text;
    }

    private static String fingerprint(String text) {
        var found = FINGERPRINT.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
