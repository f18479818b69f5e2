package org.kith.server.commands;

import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.kith.server.keys.Ceremony;
import org.kith.server.keys.IssuedCertificate;
import org.kith.server.time.SystemClock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "ceremony",
        description = {
            "Makes the root key of a programme, and vouches with it for the keys that sign every day.",
            "",
            "Do this on a machine that is connected to nothing, with the root's folder on a medium that goes back into"
                    + " the safe. It needs no database and no KITH_KEYS."
        },
        footer = {
            "",
            "A first ceremony:",
            "  bin/kith keys request requests.pem …                                (on the server)",
            "  bin/kith keys ceremony root /media/root \"Office of the Compatriot Card\" --country UT \\",
            "    --address https://card.example --password-file /media/other/root.password",
            "  bin/kith keys ceremony sign /media/root requests.pem certificates.pem \\",
            "    --password-file /media/other/root.password",
            "  bin/kith keys install certificates.pem --fingerprint …              (on the server)"
        })
final class CeremonyCommand {
    private final Machine machine;

    CeremonyCommand(Machine machine) {
        this.machine = machine;
    }

    @Command(
            name = "root",
            description = "Makes the root key and its certificate (ISO/IEC 18013-5 Annex B), once, for 20 years.",
            footer = {
                "",
                "Example:",
                "  (umask 077; head -c 32 /dev/urandom | base64 > /media/other/root.password)",
                "  bin/kith keys ceremony root /media/root \"Office of the Compatriot Card\" --country UT \\",
                "    --address https://card.example --password-file /media/other/root.password"
            })
    int root(
            @Parameters(paramLabel = "DIR", description = "where root.p12 is to lie, offline") Path folder,
            @Parameters(paramLabel = "NAME", description = "in whose name") String name,
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
                    URI address,
            @Option(
                            names = "--password-file",
                            required = true,
                            paramLabel = "FILE",
                            description = "holds the password of root.p12")
                    Path passwordFile) {
        refuseAmongDailyKeys(folder);
        var authority = KeysCommand.authority(name, country, address);
        var root = Ceremony.makeRoot(folder, passwordFile, authority, SystemClock.utc());
        System.out.println("Made the root key in " + folder + ".\n");
        System.out.println(rootLines(root));
        return 0;
    }

    @Command(
            name = "sign",
            description = {
                "Vouches for every key in a file of requests, and prints the protocol to be signed on paper.",
                "",
                "Compare the keys with what bin/kith keys request showed before you say yes by signing the paper."
            },
            footer = {
                "",
                "Examples:",
                "  bin/kith keys ceremony sign /media/root requests.pem certificates.pem \\",
                "    --password-file /media/other/root.password",
                "  bin/kith keys ceremony sign /media/root requests.pem certificates.pem --from 2027-11-01 \\",
                "    --password-file /media/other/root.password | tee protocol.txt"
            })
    int sign(
            @Parameters(paramLabel = "DIR", description = "where root.p12 lies") Path folder,
            @Parameters(paramLabel = "REQUESTS", description = "what bin/kith keys request wrote") Path requests,
            @Parameters(paramLabel = "CERTIFICATES", description = "where the certificates are written")
                    Path certificates,
            @Option(
                            names = "--password-file",
                            required = true,
                            paramLabel = "FILE",
                            description = "holds the password of root.p12")
                    Path passwordFile,
            @Option(
                            names = "--from",
                            paramLabel = "DATE",
                            description = "when the keys take their turn, 00:00 UTC; without it, at once")
                    @Nullable
                    LocalDate from) {
        var now = SystemClock.utc().instant();
        var turn = from == null ? now : from.atStartOfDay(ZoneOffset.UTC).toInstant();
        var signed = Ceremony.sign(folder, passwordFile, KeysCommand.read(requests), turn);
        KeysCommand.write(certificates, signed.pem());
        System.out.println(protocol(signed, now));
        return 0;
    }

    private void refuseAmongDailyKeys(Path folder) {
        var place = folder.toAbsolutePath().normalize();
        for (var daily : new Path[] {machine.keys(), machine.home()}) {
            if (place.startsWith(daily.toAbsolutePath().normalize())) {
                throw new Refusal("The root key must not lie in " + daily
                        + ", beside what it vouches for. Choose a folder on a medium that goes into a safe.");
            }
        }
    }

    private static String protocol(Ceremony.Signed signed, Instant now) {
        var text = new StringBuilder("PROTOCOL OF A KEY CEREMONY\n\nDate: ")
                .append(now)
                .append("\nPlace: ______________________________\n\n")
                .append(rootLines(signed.root()))
                .append("\n\nIt vouches for these keys:\n");
        for (var issued : signed.certificates()) {
            text.append("\n  ")
                    .append(KeysCommand.sentence(issued))
                    .append("\n    serial      ")
                    .append(issued.certificate().getSerialNumber().toString(16))
                    .append("\n    fingerprint ")
                    .append(issued.fingerprint())
                    .append('\n');
        }
        return text.append("""

                The keys were compared with those that the server showed.        yes [ ]
                The root's medium and its password went back, apart.             yes [ ]

                Present, with name and signature:

                  ______________________________    ______________________________
                  ______________________________    ______________________________
                  ______________________________    ______________________________
                """).toString();
    }

    private static String rootLines(X509Certificate root) {
        return "Root: " + root.getSubjectX500Principal().getName()
                + "\n  serial      " + root.getSerialNumber().toString(16)
                + "\n  valid       " + root.getNotBefore().toInstant() + " to "
                + root.getNotAfter().toInstant()
                + "\n  fingerprint (SHA-256)\n    " + IssuedCertificate.fingerprint(root);
    }
}
