package org.kith.server.desk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.kith.specimen.CardService;

/// The registrar's reader program in a process of its own, as on their computer. Its library stays away from ours.
final class ReaderProcess implements AutoCloseable {
    private static final Path CLASSES = Path.of("../reader/target/classes");
    private static final Path LIBRARIES = Path.of("../reader/target/lib");

    private final Process process;
    private final String code;

    private ReaderProcess(Process process, String code) {
        this.process = process;
        this.code = code;
    }

    /// Skips where there is no card service, or the reader was not built; `KITH_REQUIRE=pcscd` makes that a failure.
    static void needed() {
        var missing = CardService.whatIsMissing();
        var why = missing.orElse(Files.isDirectory(LIBRARIES) ? "" : "pcscd is of no use: the reader was not packaged");
        if (why.isEmpty()) return;
        if (System.getenv().getOrDefault("KITH_REQUIRE", "").contains("pcscd"))
            throw new AssertionError("KITH_REQUIRE names pcscd, and " + why);
        Assumptions.abort(why);
    }

    static ReaderProcess of(String server, int port) throws IOException {
        var command = List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--add-opens=java.smartcardio/sun.security.smartcardio=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                CLASSES + ":" + LIBRARIES + "/*",
                "org.kith.reader.KithReader",
                server,
                "--port",
                Integer.toString(port));
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("Code: ")) return new ReaderProcess(process, line.substring(6));
        }
        throw new IOException("the reader did not start");
    }

    /// As its window shows it.
    String code() {
        return code;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
