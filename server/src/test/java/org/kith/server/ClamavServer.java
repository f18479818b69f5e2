package org.kith.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Assumptions;

/// ClamAV's daemon with signatures of our own, where it is installed. It never asks anybody for more.
public final class ClamavServer implements AutoCloseable {
    /// What the one signature in it finds.
    public static final String MARK = "KITH-TEST-SIGNATURE-7f3a";

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");

    private final Path folder;
    private final int port;
    private Process process;

    private ClamavServer(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /// Starts it; `KITH_REQUIRE=clamav` makes its absence a failure.
    public static ClamavServer orSkip(Path folder) throws IOException, InterruptedException {
        return orSkip(folder, "AlertExceedsMax yes");
    }

    /// Starts it with one more line of settings.
    public static ClamavServer orSkip(Path folder, String setting) throws IOException, InterruptedException {
        if (!Files.isExecutable(PROGRAM)) {
            var required = System.getenv().getOrDefault("KITH_REQUIRE", "").contains("clamav");
            if (required) throw new AssertionError("KITH_REQUIRE names clamav, and there is none");
            Assumptions.abort("no ClamAV is installed, so no file was searched for viruses");
        }
        var server = new ClamavServer(folder, ServerProcess.freePort());
        server.write(setting);
        server.start();
        return server;
    }

    public String tcp() {
        return "127.0.0.1:" + port;
    }

    public String socket() {
        return folder.resolve("clamd.ctl").toString();
    }

    /// Starts it, or starts it again; where it runs, it goes on.
    public void start() throws IOException, InterruptedException {
        if (process != null && process.isAlive()) return;

        process = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--config-file",
                        folder.resolve("clamd.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.log").toFile())
                .start();
        for (var tries = 0; tries < 1200; tries++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                Thread.sleep(100);
            }
            if (!process.isAlive()) break;
        }
        throw new AssertionError("clamd does not answer\n" + Files.readString(folder.resolve("clamd.log")));
    }

    public void stop() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private void write(String setting) throws IOException {
        var signatures = Files.createDirectories(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("local.ndb"),
                "Kith.Test:0:*:" + HexFormat.of().formatHex(MARK.getBytes(ISO_8859_1)) + "\n");
        // EICAR's test file, known by its digest and length.
        Files.writeString(signatures.resolve("local.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Kith.Eicar\n");
        Files.writeString(folder.resolve("clamd.conf"), """
                DatabaseDirectory %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                LocalSocket %s
                Foreground yes
                StreamMaxLength 10M
                %s
                """.formatted(signatures, port, socket(), setting));
    }
}
