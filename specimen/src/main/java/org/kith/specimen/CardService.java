package org.kith.specimen;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Debian's smart card daemon with a virtual reader, in a network of its own: the reader's driver listens on every
/// address it finds. Programs reach the daemon by its socket in the file system, as ever.
public final class CardService implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/pcscd");
    private static final Path DRIVER = Path.of("/usr/lib/pcsc/drivers/serial/libifdvpcd.so");
    private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
    private static final int PORT = 35963;
    private static final int TRIES = 200;

    private Process daemon;
    private long pid;

    private CardService(Process daemon, long pid) {
        this.daemon = daemon;
        this.pid = pid;
    }

    /// Why it cannot run here, if it cannot; names `pcscd` for those who asked for it.
    public static Optional<String> whatIsMissing() {
        if (!Files.isExecutable(PROGRAM) || !Files.exists(DRIVER))
            return Optional.of("pcscd and vsmartcard-vpcd are not installed, so no chip was read");
        if (!System.getProperty("user.name").equals("root"))
            return Optional.of("only root may give pcscd a network of its own, so no chip was read");
        if (isAnother()) return Optional.of("another pcscd runs here, so no chip was read");
        return Optional.empty();
    }

    public static CardService start() throws IOException {
        var daemon = daemon();
        return new CardService(daemon, pid(daemon));
    }

    /// Lays a passport on the reader.
    public VirtualReader lay(SpecimenPassport passport) throws IOException {
        return lay(passport, Integer.MAX_VALUE);
    }

    /// Lays one there that is taken away after so many commands.
    public VirtualReader lay(SpecimenPassport passport, int commands) throws IOException {
        for (var tries = 0; tries < TRIES; tries++) {
            var line = line();
            if (line.getInputStream().read() == '+') {
                var reader = new VirtualReader(line, new SpecimenChip(passport), commands);
                if (isNoticed(reader)) return reader;
                reader.close();
            }
            pause();
        }
        throw new IOException("the virtual reader does not answer");
    }

    /// A connection to the driver from within the daemon's network.
    private Process line() throws IOException {
        var script = "exec 3<>/dev/tcp/127.0.0.1/" + PORT + " && printf + && { cat <&3 & exec cat >&3; }";
        return new ProcessBuilder("nsenter", "-t", Long.toString(pid), "-n", "bash", "-c", script)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean isNoticed(VirtualReader reader) {
        try {
            return reader.isNoticed();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// As an upgrade, or a crash, does.
    public void restart() throws IOException {
        close();
        daemon = daemon();
        pid = pid(daemon);
    }

    @Override
    public void close() {
        daemon.destroy();
        try {
            if (!daemon.waitFor(5, TimeUnit.SECONDS)) daemon.destroyForcibly().waitFor();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process daemon() throws IOException {
        // Loopback answers at once here, or each command would wait 40 ms for the driver's two halves of a message.
        return new ProcessBuilder(
                        "unshare",
                        "-n",
                        "bash",
                        "-c",
                        "ip link set lo up; ip route replace table local local 127.0.0.1 dev lo proto kernel scope host "
                                + "src 127.0.0.1 quickack 1; echo $$; exec " + PROGRAM + " --foreground --error")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static long pid(Process daemon) throws IOException {
        var out = new BufferedReader(new InputStreamReader(daemon.getInputStream(), StandardCharsets.UTF_8));
        var first = out.readLine();
        if (first == null) throw new IOException("no network of its own could be made");
        for (var tries = 0; tries < TRIES && !Files.exists(SOCKET); tries++) pause();
        return Long.parseLong(first);
    }

    private static boolean isAnother() {
        return ProcessHandle.allProcesses()
                .anyMatch(each ->
                        each.info().command().filter(PROGRAM.toString()::equals).isPresent());
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
