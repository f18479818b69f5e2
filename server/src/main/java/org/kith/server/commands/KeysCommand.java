package org.kith.server.commands;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.credential.trust.Fingerprint;
import org.kith.server.keys.Authority;
import org.kith.server.keys.IssuedCertificate;
import org.kith.server.keys.KeyRequests;
import org.kith.server.keys.Keys;
import org.kith.server.time.SystemClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "keys", description = "Looks after the keys in KITH_KEYS, and the root that vouches for them.")
final class KeysCommand {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Machine machine;

    KeysCommand(Machine machine) {
        this.machine = machine;
    }

    @Command(
            name = "create",
            description = {
                "Makes the keys of a programme, once; keys are never replaced. Those that sign cards come next, with"
                        + " bin/kith keys request."
            },
            footer = {
                "",
                "Example:",
                "  export KITH_KEYS=/etc/kith/keys KITH_KEYS_PASSWORD_FILE=/etc/kith/keys.password",
                "  (umask 077; head -c 32 /dev/urandom | base64 > $KITH_KEYS_PASSWORD_FILE)",
                "  bin/kith keys create \"Office of the Compatriot Card\""
            })
    int create(
            @Parameters(paramLabel = "NAME", description = "in whose name the keys are made, as certificates say it")
                    String organisation) {
        if (!Files.exists(machine.keysPassword())) {
            throw new Refusal("Nothing to protect the keys with: write a password into " + machine.keysPassword()
                    + " first, or name another file in KITH_KEYS_PASSWORD_FILE.");
        }
        Keys.create(machine.keyPlace(), organisation, SystemClock.utc());
        System.out.println("Made keys in " + machine.keys()
                + ". Keep a copy of them, and of their password, each in a place apart.");
        return 0;
    }

    @Command(
            name = "request",
            description = {
                "Makes the next keys that sign cards, status lists and what wallets are told of the issuer, in KITH_KEYS"
                        + " or in the HSM that KITH_HSM names, and asks for certificates for them. Nothing is signed with"
                        + " them before bin/kith keys install.",
                "",
                "Asking again before that writes the same requests."
            },
            footer = {
                "",
                "Example:",
                "  bin/kith keys request requests.pem --name \"Office of the Compatriot Card\" --country UT \\",
                "    --address https://card.example"
            })
    int request(
            @Parameters(paramLabel = "FILE", description = "where the requests are written") Path file,
            @Option(names = "--name", required = true, description = "in whose name the keys sign") String name,
            @Option(
                            names = "--country",
                            required = true,
                            paramLabel = "XX",
                            description = "the state: two letters of ISO 3166, XA to XZ for one that it does not know")
                    String country,
            @Option(
                            names = "--address",
                            required = true,
                            paramLabel = "URL",
                            description = "where people reach the server: KITH_BASE_URL")
                    URI address) {
        var written = KeyRequests.write(machine.keyPlace(), authority(name, country, address), SystemClock.utc());
        write(file, written.pem());
        System.out.println("Wrote " + file + ". Compare these keys with what the ceremony shows:");
        for (var asked : written.asked()) System.out.printf("  %-9s %s%n", asked.purpose(), asked.keyId());
        return 0;
    }

    @Command(
            name = "install",
            description = {
                "Takes over the certificates that a ceremony signed. A running server sees them at once; each key signs"
                        + " when its time has come.",
                "",
                "A root that is new here needs its SHA-256 fingerprint, as the signed protocol of the ceremony says it."
            },
            footer = {"", "Example:", "  bin/kith keys install certificates.pem --fingerprint \"3F2A 91C0 ...\""})
    int install(
            @Parameters(paramLabel = "FILE", description = "what bin/kith keys ceremony sign wrote") Path file,
            @Option(names = "--fingerprint", paramLabel = "HEX", description = "the root's, with or without spaces")
                    @Nullable
                    String fingerprint) {
        var confirmed = fingerprint == null ? null : fingerprint(fingerprint);
        var installed = KeyRequests.install(machine.keyPlace(), read(file), confirmed);
        for (var issued : installed) System.out.println(sentence(issued));
        return 0;
    }

    static String sentence(IssuedCertificate issued) {
        return "%-9s %s signs from %s, holds until %s"
                .formatted(
                        issued.purpose(),
                        issued.keyId(),
                        DAY.format(issued.certificate().getNotBefore().toInstant()),
                        DAY.format(issued.certificate().getNotAfter().toInstant()));
    }

    static Authority authority(String name, String country, URI address) {
        try {
            return new Authority(name, country, address);
        } catch (IllegalArgumentException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new Refusal(file + " cannot be written.");
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Refusal(file + " cannot be read.");
        }
    }

    private static Fingerprint fingerprint(String typed) {
        try {
            return Fingerprint.parse(typed);
        } catch (IllegalArgumentException _) {
            throw new Refusal("A fingerprint has 64 hexadecimal digits.");
        }
    }
}
