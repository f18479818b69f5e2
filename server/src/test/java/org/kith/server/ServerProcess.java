package org.kith.server;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The whole server in a process of its own, as `bin/serve` starts it; so it can be killed, and its end be seen.
public final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final Path output;

    private ServerProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /// Starts it, with nothing of this process’s own settings.
    ///
    /// @param settings of the environment, such as `KITH_HOME`
    public static ServerProcess start(Map<String, String> settings, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                Kith.class.getName()));
        command.addAll(List.of(arguments));
        var output = Files.createTempFile("kith", ".log");
        var builder = new ProcessBuilder(command)
                .directory(Path.of("..").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("KITH_") || name.equals("SERVER_PORT"));
        builder.environment().putAll(settings);
        return new ServerProcess(builder.start(), output);
    }

    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    public ServerProcess ready() throws IOException, InterruptedException {
        var patience = Instant.now().plus(PATIENCE);
        while (!output().contains("Ready after")) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) throw new IllegalStateException(output());
            if (Instant.now().isAfter(patience)) {
                kill();
                throw new IllegalStateException("not ready after " + PATIENCE + "\n" + output());
            }
        }
        return this;
    }

    /// What it has said so far, on both of its streams.
    public String output() throws IOException {
        return Files.readString(output);
    }

    public int exitCode() throws InterruptedException {
        return process.waitFor();
    }

    /// Kills it as nothing can prevent.
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Asks it to stop, and waits for that.
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
