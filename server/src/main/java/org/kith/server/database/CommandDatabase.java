package org.kith.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The database a command works on: the operator's, the one of the server that runs now, or our own, started for as
/// long as the command takes.
public final class CommandDatabase implements AutoCloseable {
    private static final int TRIES = 1_200;

    private final Database database;
    private final @Nullable OwnPostgres started;

    private CommandDatabase(Database database, @Nullable OwnPostgres started) {
        this.database = database;
        this.started = started;
    }

    /// Finds the database, and starts the one that comes along where no server runs on it.
    ///
    /// @param named what `KITH_DATABASE_URL` says, if anything
    public static CommandDatabase open(@Nullable String named, Path home, Consumer<String> progress) {
        if (named != null && !named.isBlank()) return new CommandDatabase(new Database(named, null, null), null);

        try {
            return isHeld(home) ? new CommandDatabase(running(home), null) : start(home, progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while looking for the database", e);
        }
    }

    private static CommandDatabase start(Path home, Consumer<String> progress) {
        var postgres = OwnPostgres.start(home, progress);
        return new CommandDatabase(postgres.database(), postgres);
    }

    private static boolean isHeld(Path home) {
        var lock = HomeLock.take(home);
        lock.ifPresent(HomeLock::close);
        return lock.isEmpty();
    }

    private static Database running(Path home) throws IOException, InterruptedException {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var file = PidFile.read(home.resolve("postgres"));
            if (file.isPresent() && file.get().ready()) {
                return OwnDatabase.at(
                        file.get().port(),
                        Files.readString(Cluster.passwordFile(home)).strip());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw HomeLock.refusal(home);
    }

    public Database database() {
        return database;
    }

    @Override
    public void close() {
        if (started != null) started.close();
    }
}
