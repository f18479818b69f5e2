package org.kith.server.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kith.server.centre.CentreFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "centres", description = "Looks after the file of certification centres.")
final class CentresCommand {
    @Command(
            name = "check",
            description =
                    "Finds every fault in a file of centres, a line each: file:line: what; mend. Exit code 1 if there is one.")
    int check(@Parameters(paramLabel = "FILE", description = "as KITH_CENTRES names it") Path file) {
        var faults = CentreFile.read(file.toString(), content(file)).faults();
        faults.forEach(System.out::println);
        if (faults.isEmpty()) System.out.println(file + " has no fault.");
        return faults.isEmpty() ? 0 : 1;
    }

    private static byte[] content(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read; name the file of centres.");
        }
    }
}
