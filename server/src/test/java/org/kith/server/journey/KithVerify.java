package org.kith.server.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// `kith verify` in a process of its own, with a sheet of paper, a trust file and the status lists: it has nobody to
/// ask.
final class KithVerify {
    private final Path folder;

    KithVerify(Path folder) {
        this.folder = folder;
    }

    /// What it answers, and in which words; each answer has an exit code of its own.
    record Answer(int exitCode, String words) {}

    Answer answer(byte[] sheet, byte[] trustFile, List<byte[]> statusLists, Instant at)
            throws IOException, InterruptedException {
        var card = Files.write(folder.resolve("card.pdf"), sheet);
        var trust = Files.write(folder.resolve("trust.json"), trustFile);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "org.kith.verifier.Kith",
                "verify",
                "--at=" + at,
                "--trust=" + trust));
        for (var list = 0; list < statusLists.size(); list++) {
            command.add("--status-list=" + Files.write(folder.resolve("list-" + list), statusLists.get(list)));
        }
        command.add(card.toString());
        var running = new ProcessBuilder(command).redirectErrorStream(true).start();
        var words = new String(running.getInputStream().readAllBytes(), UTF_8);
        return new Answer(running.waitFor(), words);
    }
}
