package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line `kith`.
@Command(
        name = "kith",
        mixinStandardHelpOptions = true,
        version = "kith 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        description = "Checks electronic cards without their issuer, and programme packs without a server.",
        footer = {
            "",
            "Begin:",
            "  kith trust add https://cards.example   choose an issuer, compare its fingerprint once",
            "  kith fetch                             get its status lists, with the network on",
            "  kith verify card.pdf                   check a card, with the network off"
        })
public final class Kith {
    /// The logger that PDFBox's complaints about damaged files go to; kept, since a logger nobody holds is
    /// forgotten.
    private static final Logger PDFBOX = Logger.getLogger("org.apache");

    private Kith() {}

    /// Runs one command and ends the process with its exit code.
    public static void main(String[] arguments) {
        System.setProperty("java.awt.headless", "true");
        System.exit(run(Surroundings.ofThisProcess(), arguments));
    }

    static int run(Surroundings here, String... arguments) {
        PDFBOX.setLevel(Level.OFF);
        keepFontCache(here);
        var command = new CommandLine(new Kith());
        command.addSubcommand(new VerifyCommand(here));
        command.addSubcommand(new VerifyCheckCommand(here));
        command.addSubcommand(new TrustCommand(here));
        command.addSubcommand(new FetchCommand(here));
        command.addSubcommand(new ProgrammeCommand(here));
        command.setUsageHelpWidth(100);
        command.setOut(new PrintWriter(here.out(), true, UTF_8));
        command.setErr(new PrintWriter(here.err(), true, UTF_8));
        command.setExecutionExceptionHandler((exception, _, _) -> {
            if (!(exception instanceof Refusal refusal)) throw exception;
            here.err().println(refusal.getMessage());
            return refusal.exitCode();
        });
        return command.execute(arguments);
    }

    /// PDFBox remembers the machine's fonts in a file, which would otherwise lie in the person's home folder.
    private static void keepFontCache(Surroundings here) {
        try {
            Files.createDirectories(here.cache());
            System.setProperty("pdfbox.fontcache", here.cache().toString());
        } catch (IOException unwritable) {
            System.setProperty("pdfbox.fontcache", System.getProperty("java.io.tmpdir"));
        }
    }
}
