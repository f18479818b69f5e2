package org.kith.pack;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.kith.pack.PackReading.Faulty;
import org.kith.pack.PackReading.Loaded;
import org.kith.pack.source.Fault;
import org.kith.pack.source.Faults;
import org.kith.pack.text.Language;
import org.kith.pack.text.Texts;

/// What `kith programme` does with a pack's folder. Each returns the exit code: 0, 1 or 2.
public final class PackCommands {
    private static final int WELL = 0;
    private static final int FAULTY = 1;
    private static final int WRONG_USE = 2;
    private static final long LARGEST_ANSWERS = 1 << 20;

    private PackCommands() {}

    /// Tells every fault, a line each: `file:line: what; mend`.
    public static int check(Path dir, PrintStream out) {
        return switch (Pack.read(dir)) {
            case Loaded(var pack) -> {
                out.println(pack.programme().state() + " " + pack.version() + " has no fault; digest " + pack.digest());
                yield WELL;
            }
            case Faulty(var faults) -> tell(dir, faults, out);
        };
    }

    /// Applies the grounds to answers from a YAML or JSON file, and says why each is met or not.
    ///
    /// @param language a language of the pack, or one with a wider one in it (`fr-CA`)
    /// @param json one line of JSON instead of words
    public static int explain(Path dir, Path answers, LocalDate on, String language, boolean json, PrintStream out) {
        return switch (Pack.read(dir)) {
            case Loaded(var pack) -> {
                if (pack.messages().speaks(language)) {
                    yield explain(pack, answers, on, pack.messages().in(language), json, out);
                }
                out.println("The pack has no texts in `" + language + "`. Use one of " + languages(pack) + ".");
                yield WRONG_USE;
            }
            case Faulty(var faults) -> tell(dir, faults, out);
        };
    }

    private static String languages(Pack pack) {
        return pack.messages().languages().stream().map(Language::tag).collect(Collectors.joining(", "));
    }

    /// Prints the texts that a language lacks, each below its English, as lines to add to the end of its file.
    public static int missing(Path dir, String language, PrintStream out) {
        if (!Language.isTag(language)) {
            out.println("`" + language + "` is no language. Write a tag such as fr, ar or zh-Hant.");
            return WRONG_USE;
        }
        return switch (PackReader.missing(dir, language)) {
            case Missing.Unreadable(var faults) -> tell(dir, faults, out);
            case Missing.Found(var texts, var otherFaults) -> {
                texts.forEach(text -> out.print(text.asYaml()));
                if (texts.isEmpty()) out.println("# No text is missing in messages/" + language + ".yaml.");
                if (otherFaults)
                    out.println("# The pack has other faults. Mend them and run this again: more texts may be needed.");
                yield WELL;
            }
        };
    }

    private static int explain(Pack pack, Path file, LocalDate on, Texts texts, boolean json, PrintStream out) {
        var faults = new Faults();
        try {
            var tooLarge = Files.size(file) > LARGEST_ANSWERS;
            var content = tooLarge ? new byte[0] : Files.readAllBytes(file);
            var answers = new AnswersFile(pack.questions(), faults).read(file.toString(), content);
            if (answers.isEmpty()) return tell(Path.of(""), faults.sorted(), out);

            var trace = pack.eligibility().trace(answers.get(), on);
            if (json) out.println(new TraceJson(pack, texts).of(trace));
            else out.print(new Explanation(pack, texts).of(trace, answers.get()));
            return WELL;
        } catch (IOException e) {
            out.println(new Fault(file.toString(), 1, "the file cannot be read", "name a file with answers"));
            return FAULTY;
        }
    }

    private static int tell(Path dir, List<Fault> faults, PrintStream out) {
        for (var fault : faults) {
            var file = dir.resolve(fault.file()).toString();
            out.println(new Fault(file, fault.line(), fault.what(), fault.mend()));
        }
        return FAULTY;
    }
}
