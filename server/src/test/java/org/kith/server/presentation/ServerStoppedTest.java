package org.kith.server.presentation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.server.ServerProcess;
import org.kith.server.SomeApplicant;
import org.kith.server.WayToApproval;

/// What the README promises of `kith`: trust an issuer, fetch its lists, stop it, and check a card all the same.
class ServerStoppedTest {
    @TempDir
    private Path folder;

    @Test
    void a_card_is_checked_when_the_server_that_issued_it_is_gone() throws Exception {
        var port = ServerProcess.freePort();
        var settings = Map.of("KITH_HOME", folder.resolve("home").toString(), "SERVER_PORT", Integer.toString(port));
        var issuer = "http://localhost:" + port;
        Instant then;
        Path card;
        try (var _ = ServerProcess.start(settings).ready()) {
            var layla = new WayToApproval(port, SomeApplicant.layla("layla@example.org"));
            layla.sign(layla.untilTheSecondSignature());
            card = Files.write(folder.resolve("card.pdf"), printed(layla));
            then = Instant.parse(layla.person().get("/demo").find("verify --at ([0-9TZ:.-]+)"));
            assertThat(kith("yes\n", "trust", "add", issuer).exitCode()).isZero();
            assertThat(kith("", "fetch"))
                    .satisfies(fetched ->
                            assertThat(fetched.exitCode()).as(fetched.words()).isZero());
        }

        var said = kith("", "verify", "--at=" + then, card.toString());

        assertThat(said.exitCode()).as(said.words()).isZero();
        assertThat(said.words()).contains("VALID", "LAYLA NUR MIRAN", "ليلى نور ميران");
    }

    private record Said(int exitCode, String words) {}

    /// The command line with folders of its own, as `bin/kith` runs it.
    private Said kith(String typed, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.kith.verifier.Kith"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        var process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write(typed.getBytes(UTF_8));
        }
        var words = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Said(process.waitFor(), words);
    }

    private static byte[] printed(WayToApproval holder) throws InterruptedException {
        for (var tries = 0; tries < 100 && !holder.person().get("/card").text().contains("Active"); tries++) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return holder.person().download("/card/print", Map.of());
    }
}
