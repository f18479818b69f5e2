package org.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.kith.pack.Pack;
import org.kith.pack.PackReading.Loaded;
import org.kith.pack.question.Answers;

/// Checking a programme pack whole, and tracing what its rules say to a person's answers.
final class Packs {
    private static final Path UTOPIA = Path.of("programmes/utopia");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    void run(int rounds, Duration length) throws Exception {
        if (!(Pack.read(UTOPIA) instanceof Loaded(var pack))) throw new IllegalStateException(UTOPIA + " has faults");

        new Rounds(rounds, length)
                .with("bare: reading its files", Packs::bytes)
                .with("checking it whole", () -> Pack.read(UTOPIA))
                .report("A pack, programmes/utopia");

        var given = Map.of(
                "forebear", "mother",
                "line_papers", "all",
                "speaks_utopian", "at-home",
                "language_proof", "school",
                "was_citizen", false);
        var answers = Answers.ofNeutral(pack.questions(), given);
        new Rounds(rounds, length)
                .with("bare: reading the stored answers", () -> Answers.ofNeutral(pack.questions(), given))
                .with("tracing three grounds", () -> pack.eligibility().trace(answers, DAY))
                .report("Eligibility");
    }

    private static long bytes() throws IOException {
        try (var files = Files.walk(UTOPIA)) {
            var sum = 0L;
            for (var file : files.filter(Files::isRegularFile).toList()) sum += Files.readAllBytes(file).length;
            return sum;
        }
    }
}
