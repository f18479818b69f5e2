package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.trust.Fingerprint;
import org.kith.credential.trust.TrustFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kith trust`: chooses whose cards are believed.
@Command(
        name = "trust",
        mixinStandardHelpOptions = true,
        description = "Chooses whose cards are believed. Trust files lie in $XDG_CONFIG_HOME/kith/trust.",
        footer = {
            "",
            "Examples:",
            "  kith trust add https://cards.example",
            "  kith trust add utopia.json --fingerprint \"3F2A 91C0 ...\"",
            "  kith trust list",
            "  kith trust remove https://cards.example"
        })
final class TrustCommand {
    private static final int MAX_BYTES = 1024 * 1024;

    private final Surroundings here;
    private final TrustStore store;

    TrustCommand(Surroundings here) {
        this.here = here;
        this.store = new TrustStore(here.trust());
    }

    /// Shows the fingerprint, has it confirmed once, and pins it.
    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = "Trusts an issuer, after you have compared its fingerprint.")
    int add(
            @Parameters(paramLabel = "URL|FILE", description = "The issuer's address, or a trust file.") String source,
            @Option(
                            names = "--fingerprint",
                            paramLabel = "HEX",
                            description = "The fingerprint you were given, instead of being asked.")
                    @Nullable
                    String expected)
            throws Refusal {
        var file = isAddress(source) ? fetch(source) : TrustStore.read(Path.of(source));
        here.out().println(file.name() + ", " + file.issuer());
        here.out().println("Fingerprint: " + file.fingerprint());
        var pinned = store.of(file.issuer());
        var known = pinned.isPresent() && pinned.get().fingerprint().equals(file.fingerprint());
        if (pinned.isEmpty()) confirm(file, expected);

        store.pin(file);
        here.out().println(known ? "Trusted already." : "Trusted. Run `kith fetch` to get its status lists.");
        return 0;
    }

    /// What is pinned.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the issuers you trust, with their fingerprints.")
    int list() throws Refusal {
        var files = store.all();
        if (files.isEmpty()) here.out().println("No issuer is trusted yet. See `kith trust add --help`.");
        for (var file : files) {
            here.out().println(file.issuer() + "  " + file.name());
            here.out().println("  " + file.fingerprint());
        }
        return 0;
    }

    /// Takes an issuer out.
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Trusts an issuer no more.")
    int remove(
            @Parameters(paramLabel = "ISSUER", description = "The address, as `kith trust list` shows it.")
                    String issuer)
            throws Refusal {
        if (!store.remove(issuer)) {
            throw Refusal.wrongUse("No issuer " + issuer + " is trusted. `kith trust list` shows the addresses.");
        }
        here.out().println("Not trusted any more: " + issuer);
        return 0;
    }

    static TrustFile fetch(Web web, String issuer) throws Refusal {
        var address = issuer + TrustFile.WELL_KNOWN;
        try {
            var file = TrustFile.read(web.get(address, "application/json", MAX_BYTES));
            if (!file.issuer().equals(issuer)) {
                throw Refusal.no(address + " speaks for " + file.issuer() + ", not for " + issuer + ".");
            }
            return file;
        } catch (Malformed e) {
            throw Refusal.no(address + " is " + e.fault() + ". Tell the issuer.");
        }
    }

    private static TrustFile fetch(String source) throws Refusal {
        var issuer = source.endsWith(TrustFile.WELL_KNOWN)
                ? source.substring(0, source.length() - TrustFile.WELL_KNOWN.length())
                : source.replaceFirst("/+$", "");
        try (var web = new Web()) {
            return fetch(web, issuer);
        }
    }

    private static boolean isAddress(String source) {
        return source.startsWith("https://") || source.startsWith("http://");
    }

    private void confirm(TrustFile file, @Nullable String expected) throws Refusal {
        if (expected != null) {
            if (!file.fingerprint().equals(parse(expected))) {
                throw Refusal.no("The fingerprint is not the one you were given. Nothing was changed.");
            }
            return;
        }
        here.out().print("Compare it with what the issuer has told you by another way. Is it the same? Type yes: ");
        here.out().flush();
        if (!"yes".equalsIgnoreCase(answer())) throw Refusal.no("Not confirmed. Nothing was changed.");
    }

    private static Fingerprint parse(String typed) throws Refusal {
        try {
            return Fingerprint.parse(typed);
        } catch (IllegalArgumentException e) {
            throw Refusal.wrongUse("--fingerprint takes 64 hexadecimal digits, with or without spaces.");
        }
    }

    private String answer() throws Refusal {
        try {
            var line = new BufferedReader(new InputStreamReader(here.in(), UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            throw Refusal.no("No answer could be read. Nothing was changed.");
        }
    }
}
