package org.kith.server.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kith.server.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "backup",
        description = {
            "Writes data.zip, files.zip and keys.zip with a manifest into a new folder, while the server goes on.",
            "",
            "keys.zip holds the keys of people. Keep it apart from the other two, and no longer than 30 days: whoever"
                    + " was erased is only gone when no old copy of their key is left."
        },
        footer = {"", "Example:", "  bin/kith backup /backups/2026-11-22"})
final class BackupCommand implements Callable<Integer> {
    private final Machine machine;

    @Parameters(paramLabel = "DIR", description = "a folder that is empty or not there yet")
    private Path folder = Path.of("");

    BackupCommand(Machine machine) {
        this.machine = machine;
    }

    @Override
    public Integer call() {
        if (machine.databaseUrl() == null && !Files.exists(machine.home().resolve("postgres"))) {
            throw new Refusal("There are no data in KITH_HOME=" + machine.home().toAbsolutePath() + ".");
        }
        try (var database = machine.openDatabase()) {
            new Backup(database.database(), machine.files(), System.out::println).into(folder.toAbsolutePath());
        }
        machine.bucket()
                .ifPresent(bucket -> System.out.println("Not in it either: sealed files, which lie in the bucket "
                        + bucket + ". Copy the bucket now, after this backup."));
        System.out.println(
                "Written to " + folder + ". Now take keys.zip to another place, and remove it there within 30 days.");
        System.out.println(
                "Not in it: the root key and the keys of countries in KITH_KEYS. Keep a copy of that folder apart as well.");
        return 0;
    }
}
