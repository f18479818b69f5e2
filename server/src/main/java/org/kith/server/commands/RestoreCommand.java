package org.kith.server.commands;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kith.server.backup.Restore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "restore",
        description = "Reads a backup into an empty database. Stop the server first; everyone signs in again after it.",
        footer = {"", "Example:", "  KITH_HOME=/var/lib/kith-new bin/kith restore /backups/2026-11-22"})
final class RestoreCommand implements Callable<Integer> {
    private final Machine machine;

    @Parameters(paramLabel = "DIR", description = "the folder that backup wrote, with all its parts in it again")
    private Path folder = Path.of("");

    @Option(names = "--without-keys", description = "leave keys.zip out: what people entrusted to us stays unreadable")
    private boolean withoutKeys;

    RestoreCommand(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Integer call() {
        try (var database = machine.openDatabase()) {
            new Restore(database.database(), machine.files(), System.out::println)
                    .from(folder.toAbsolutePath(), !withoutKeys);
        }
        System.out.println("Restored. Start the server with the KITH_KEYS that belong to these data.");
        return 0;
    }
}
