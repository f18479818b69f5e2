package org.kith.verifier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.kith.pack.PackCommands;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kith programme`: for those who write a programme pack.
@Command(
        name = "programme",
        mixinStandardHelpOptions = true,
        description = "Checks a programme pack, and explains what it says of someone's answers.",
        footer = {
            "",
            "Exit codes: 0 well, 1 faulty, 2 wrong use.",
            "",
            "Examples:",
            "  kith programme check programmes/utopia",
            "  kith programme check programmes/utopia --missing ar",
            "  kith programme explain programmes/utopia --answers answers.yaml --language fr"
        })
final class ProgrammeCommand {
    private final Surroundings here;

    ProgrammeCommand(Surroundings here) {
        this.here = here;
    }

    /// Names file, line and mend for every fault.
    @Command(name = "check", mixinStandardHelpOptions = true, description = "Finds every fault in a programme pack.")
    int check(
            @Parameters(paramLabel = "DIR", description = "The pack's folder.") Path folder,
            @Option(
                            names = "--missing",
                            paramLabel = "LANGUAGE",
                            description = "Print the texts that a language lacks, as YAML to fill in, instead.")
                    @Nullable
                    String missing)
            throws Refusal {
        requireFolder(folder);
        return missing == null
                ? PackCommands.check(folder, here.out())
                : PackCommands.missing(folder, missing, here.out());
    }

    /// Says why each ground is met or not.
    @Command(
            name = "explain",
            mixinStandardHelpOptions = true,
            description = "Applies the grounds to answers, and says why each is met or not.")
    int explain(
            @Parameters(paramLabel = "DIR", description = "The pack's folder.") Path folder,
            @Option(
                            names = "--answers",
                            required = true,
                            paramLabel = "FILE",
                            description = "Answers by question, in YAML or JSON.")
                    Path answers,
            @Option(
                            names = "--on",
                            paramLabel = "DATE",
                            description = "The day it is judged for, such as 2026-11-22. Default: today in UTC.")
                    @Nullable
                    LocalDate on,
            @Option(
                            names = "--language",
                            defaultValue = "en",
                            paramLabel = "LANGUAGE",
                            description = "A language of the pack. Default: ${DEFAULT-VALUE}.")
                    String language,
            @Option(names = "--json", description = "Print one line of JSON, the same bytes each time.") boolean json)
            throws Refusal {
        requireFolder(folder);
        if (!Files.isRegularFile(answers)) throw Refusal.wrongUse("There is no file " + answers + ". Check its name.");

        var day = on == null ? LocalDate.now(here.clock().withZone(ZoneOffset.UTC)) : on;
        return PackCommands.explain(folder, answers, day, language, json, here.out());
    }

    private static void requireFolder(Path folder) throws Refusal {
        if (!Files.isDirectory(folder)) {
            throw Refusal.wrongUse("There is no folder " + folder + ". Name the folder that holds programme.yaml.");
        }
    }
}
