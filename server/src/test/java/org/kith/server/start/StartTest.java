package org.kith.server.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.ServerProcess;
import org.kith.server.keys.KeyPlace;
import org.kith.server.keys.SomeKeys;

/// Starts and ends of whole processes, each with a PostgreSQL of its own.
class StartTest {
    private static final String PASSWORD = "a password of one’s own";

    @TempDir
    private Path folder;

    private final Map<String, String> settings = new HashMap<>();
    private int port;

    @BeforeEach
    void a_home_and_a_port() throws Exception {
        port = ServerProcess.freePort();
        settings.put("KITH_HOME", folder.resolve("home").toString());
        settings.put("SERVER_PORT", Integer.toString(port));
    }

    @Test
    void a_killed_demonstration_starts_again_and_production_never_starts_on_what_it_left() throws Exception {
        try (var server = ServerProcess.start(settings).ready()) {
            // From its first moment it can be held to its journal.
            assertThat(status("/.well-known/kith-journal.json")).isEqualTo(200);
            assertThat(status("/demo")).isEqualTo(200);
            assertThat(server.output()).contains("http://localhost:" + port + "/demo");

            // While it runs: no second one, but commands.
            var second = ServerProcess.start(settings);
            assertThat(second.exitCode()).isEqualTo(2);
            assertThat(second.output()).contains("Another Kith is running on the same data");

            var journal = ServerProcess.start(settings, "journal", "verify");
            assertThat(journal.exitCode()).as(journal.output()).isZero();
            assertThat(journal.output()).contains("The journal is whole");

            server.kill();
        }

        var production = ServerProcess.start(with("KITH_PRODUCTION", "true"));
        assertThat(production.exitCode()).isEqualTo(2);
        assertThat(production.output())
                .contains("1. The database was made by the demonstration")
                .contains("2. The address people reach the server at is not https")
                .contains("3. No mail server is set")
                .contains("4. The root key lies among the data")
                .contains("5. The root key that vouches for all others lies where the server can read it")
                .contains("6. The keys were made by the demonstration")
                .doesNotContain("Exception");

        try (var server = ServerProcess.start(settings).ready()) {
            assertThat(status("/demo")).isEqualTo(200);
            assertThat(server.output()).doesNotContain("Preparing a database");
        }
    }

    @Test
    void a_port_that_is_taken_is_said_in_a_sentence() throws Exception {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            var server = ServerProcess.start(settings);

            assertThat(server.exitCode()).isEqualTo(2);
            assertThat(server.output())
                    .contains("Another program listens on port " + port)
                    .contains("SERVER_PORT=" + (port + 1) + " bin/serve")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void a_file_of_centres_and_a_pack_with_faults_are_told_line_by_line() throws Exception {
        var centres = Files.writeString(folder.resolve("centres.yaml"), "centres:\n  - code: a\n    counters: none\n");
        var server = ServerProcess.start(with("KITH_CENTRES", centres.toString()));

        assertThat(server.exitCode()).isEqualTo(2);
        assertThat(server.output())
                .contains("`counters` is not a whole number", "centres.yaml:3", "write such a number")
                .doesNotContain("Exception");

        Files.writeString(folder.resolve("programme.yaml"), "state: 7\n");
        var other = ServerProcess.start(with("KITH_PROGRAMME", folder.toString()));
        assertThat(other.exitCode()).isEqualTo(2);
        assertThat(other.output())
                .contains("`state` cannot be `7`", "programme.yaml:1")
                .doesNotContain("Exception");
    }

    @Test
    void production_takes_the_password_of_its_keys_from_a_pipe() throws Exception {
        var keys = folder.resolve("keys");
        Files.writeString(folder.resolve("password"), PASSWORD);
        SomeKeys.ofProduction(new KeyPlace(keys, folder.resolve("password")), Clock.systemUTC());
        settings.put("KITH_PRODUCTION", "true");
        settings.put("KITH_BASE_URL", "https://card.example");
        settings.put("KITH_MAIL_HOST", "localhost");
        settings.put("KITH_KEYS", keys.toString());

        settings.put("KITH_KEYS_PASSWORD_FILE", pipe("wrong", "not " + PASSWORD));
        var refused = ServerProcess.start(settings);
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.output())
                .contains("The keys cannot be used: The keys do not open with this password.")
                .doesNotContain("2. ", "Exception");

        settings.put("KITH_KEYS_PASSWORD_FILE", pipe("right", PASSWORD));
        try (var _ = ServerProcess.start(settings).ready()) {
            assertThat(status("/health")).isEqualTo(200);
        }
    }

    /// A pipe out of which those words come once; who reads again waits for ever.
    private String pipe(String name, String words) throws Exception {
        var pipe = folder.resolve(name);
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Files.writeString(pipe, words);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return pipe.toString();
    }

    private Map<String, String> with(String name, String value) {
        var more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }

    private int status(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }
}
