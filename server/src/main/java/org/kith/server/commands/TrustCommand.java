package org.kith.server.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.kith.credential.emrtd.MasterList.Csca;
import org.kith.credential.trust.Fingerprint;
import org.kith.server.identity.StatesImport;
import org.kith.server.identity.StatesImport.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "trust", description = "Looks after the states whose passports are believed.")
final class TrustCommand {
    private static final long LARGEST = 16L * 1024 * 1024;

    private final ServerParts parts;

    TrustCommand(ServerParts parts) {
        this.parts = parts;
    }

    @Command(
            name = "import",
            description = {
                "Takes over the certificates of states (CSCA) from a master list, as ICAO and Germany's Federal Office"
                        + " for Information Security publish them. Passport chips are judged by them.",
                "",
                "The first list of a publisher needs the SHA-256 fingerprint of the certificate that vouches for it:"
                        + " compare it with what the publisher says elsewhere. A newer list takes the place of the one"
                        + " before; importing one again changes nothing."
            },
            footer = {
                "",
                "Examples:",
                "  bin/kith trust import DE_ML_2026-11-01.ml",
                "  bin/kith trust import DE_ML_2026-11-01.ml --fingerprint \"3F2A 91C0 ...\"",
                "",
                "Exit codes: 0 imported, 1 not imported for the reason said, 2 wrong use."
            })
    int take(
            @Parameters(paramLabel = "FILE", description = "the master list, a file in CMS, mostly named .ml")
                    Path file,
            @Option(
                            names = "--fingerprint",
                            paramLabel = "HEX",
                            description = "the fingerprint you compared, with or without spaces")
                    @Nullable
                    String fingerprint) {
        var content = content(file);
        var confirmed = fingerprint == null ? null : hex(fingerprint);
        return parts.with(context -> {
            var result = context.getBean(StatesImport.class).take(content, confirmed);
            System.out.println(sentence(result));
            return result instanceof Result.Imported ? 0 : 1;
        });
    }

    static String sentence(Result result) {
        return switch (result) {
            case Result.Imported(var publisher, var added, var known, var gone, var unusable) ->
                "Imported the list of %s. New: %,d. Known: %,d. Gone: %,d.".formatted(publisher, added, known, gone)
                        + (unusable == 0 ? "" : " Left out, because they cannot be used: %,d.".formatted(unusable));
            case Result.NotConfirmed(var anchor) ->
                anchor.map(TrustCommand::asking)
                        .orElse("Not imported: the certificate that vouches for this list is neither in it nor known.");
            case Result.SignatureWrong() -> "Not imported: the list is not as it was signed. Fetch it again.";
            case Result.SignerNotEntitled() ->
                "Not imported: its signer’s time is over or has not begun, or it may not sign lists. Fetch a newer one.";
            case Result.Unreadable(var fault) -> "Not imported: this is no master list (%s).".formatted(fault);
        };
    }

    private static String asking(Csca anchor) {
        return """
            Not imported: nobody has confirmed the certificate that vouches for this list.
            State: %s. Valid until %s. Fingerprint (SHA-256):
              %s
            Compare it with what the publisher says elsewhere, then run this again with --fingerprint.""".formatted(
                        anchor.country(),
                        anchor.until().atZone(ZoneOffset.UTC).toLocalDate(),
                        new Fingerprint(anchor.fingerprint()));
    }

    private static String hex(String typed) {
        try {
            return Fingerprint.parse(typed).hex();
        } catch (IllegalArgumentException _) {
            throw new Refusal("A fingerprint has 64 hexadecimal digits.");
        }
    }

    private static byte[] content(Path file) {
        try {
            if (Files.size(file) > LARGEST) throw new Refusal(file + " is too large for a master list.");
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read; name the file of the master list.");
        }
    }
}
