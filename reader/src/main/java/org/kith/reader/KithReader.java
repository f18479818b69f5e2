package org.kith.reader;

import java.io.IOException;
import java.security.SecureRandom;
import java.security.Security;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `kith-reader`: runs beside a registrar's browser and reads the chips of passports for one Kith server's pages.
@Command(
        name = "kith-reader",
        mixinStandardHelpOptions = true,
        description = {
            "Reads passport chips for the pages of one Kith server, on the computer that the passport reader hangs on.",
            "",
            "Shows a code. Type it on the page of a visit, once; it holds until this program ends. What is read goes to"
                    + " that page and nowhere else, and is not kept here."
        },
        footer = {
            "",
            "Examples:",
            "  kith-reader https://card.example",
            "  kith-reader https://card.example --port 7400"
        })
final class KithReader implements Callable<Integer> {
    static final int PORT = 7311;

    @Parameters(paramLabel = "URL", description = "the address at which you open Kith; no other page is answered")
    private String server = "";

    @Option(names = "--port", defaultValue = "" + PORT, description = "where pages find it (${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "20",
            description = "how long to wait for a passport (${DEFAULT-VALUE})")
    private int patience;

    private KithReader() {}

    public static void main(String... arguments) {
        System.exit(new CommandLine(new KithReader()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Origin origin;
        try {
            origin = Origin.of(server);
        } catch (IllegalArgumentException _) {
            System.err.println(
                    server + " is no address of a Kith server: it starts with https://, or http://localhost.");
            return 2;
        }
        prepare();
        var clock = InstantSource.system();
        var pairing = new Pairing(new SecureRandom(), clock);
        var readings = new Readings(new PcscCards(Duration.ofSeconds(patience)), clock);
        try (var door = new Door(port, origin, pairing, readings).open()) {
            System.out.println("Reads passports for " + origin.value() + ", on port " + door.port() + ".");
            System.out.println("Code: " + pairing.code());
            System.out.flush();
            new CountDownLatch(1).await();
        } catch (java.net.BindException _) {
            System.err.println(
                    "Something else listens on port " + port + ": perhaps this program already. Or choose --port.");
            return 1;
        }
        return 0;
    }

    /// JMRTD finds its ciphers in Bouncy Castle, and would write what it reads into logs.
    static void prepare() {
        Security.addProvider(new BouncyCastleProvider());
        for (var name : new String[] {"org.jmrtd", "net.sf.scuba"}) {
            var log = Logger.getLogger(name);
            log.setLevel(Level.OFF);
            QUIET.add(log);
        }
    }

    /// Held, or the setting is lost with the logger.
    private static final java.util.List<Logger> QUIET = new java.util.ArrayList<>();
}
