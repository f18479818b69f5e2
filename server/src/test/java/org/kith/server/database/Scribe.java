package org.kith.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/// Another process that starts a PostgreSQL and writes rows as fast as they are acknowledged, until it is killed.
final class Scribe {
    private final Process process;
    private final Path said;

    private Scribe(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static Scribe on(Path home) throws IOException {
        var said = Files.createTempFile("scribe", ".txt");
        return new Scribe(
                new ProcessBuilder(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Scribe.class.getName(),
                                home.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(said.toFile())
                        .start(),
                said);
    }

    /// Returns once so many rows are acknowledged.
    Scribe hasWritten(int rows) throws IOException, InterruptedException {
        while (lastAcknowledged() < rows) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) throw new IllegalStateException(everythingItSaid());
        }
        return this;
    }

    /// Kills the process as nothing can prevent.
    Scribe killed() throws InterruptedException {
        process.destroyForcibly().waitFor();
        return this;
    }

    /// The last row it was told is safe.
    long lastAcknowledged() throws IOException {
        var text = Files.readString(said);
        var whole = text.substring(0, text.lastIndexOf('\n') + 1);
        return whole.lines()
                .filter(line -> line.startsWith("row "))
                .mapToLong(line -> Long.parseLong(line.substring(4)))
                .max()
                .orElse(0);
    }

    String everythingItSaid() throws IOException, InterruptedException {
        process.waitFor();
        return Files.readString(said);
    }

    public static void main(String[] arguments) throws Exception {
        var postgres = OwnPostgres.start(Path.of(arguments[0]), _ -> {});
        try (var connection = postgres.database().connect();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists written (row bigint primary key)");
            for (var row = 1L; ; row++) {
                statement.execute("insert into written values (" + row + ")");
                System.out.println("row " + row);
            }
        } catch (RuntimeException e) {
            System.out.println(e.getMessage());
            throw e;
        }
    }
}
