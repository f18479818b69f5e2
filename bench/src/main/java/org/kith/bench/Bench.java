package org.kith.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Measures, and prints tables as docs/PERFORMANCE.md has them.
@Command(
        name = "bin/bench",
        mixinStandardHelpOptions = true,
        description =
                "Measures Kith and prints tables as in docs/PERFORMANCE.md. Figures are for ratios: quiet the machine first.",
        footer = {
            "",
            "Examples:",
            "  bin/bench                      everything, about twenty minutes",
            "  bin/bench formats              signatures and verifications only",
            "  bin/bench status               five million status positions: reserved, changed, published",
            "  bin/bench packs                checking a pack, and tracing eligibility",
            "  bin/bench server --users 200   whole applications with 200 people at once",
            "  bin/bench uploads              a photo of 5 MB, from one person and from 50 at once",
            "  bin/bench queues               pages of the queue, and cases taken up by 50 officers at once",
            "  bin/bench case                 the page of a case with one paper and with a thousand",
            "  bin/bench places               500 people, and one with 1,000 accounts, who want one day's times at once",
            "  bin/bench centres              the page of 30, 100 and 300 centres, and of one, with 60 days of times",
            "  bin/bench outage               1,000 visits signed without a line, sent once and all again; half an hour",
            "  bin/bench wallets              whole issuances to wallets over https, 8 at once; five minutes",
            "  bin/bench chips                reading a passport chip over the card service",
            "  bin/bench line                 the first page over a slow line, in Chromium",
            "",
            "The same over a million applications, in a folder that stays (about 30 GB and half an hour):",
            "  bin/bench grown --home /tmp/grown --people 1000000",
            "  bin/bench server --home /tmp/grown --users 50,200",
            "  bin/bench queues --home /tmp/grown",
            "  bin/bench case --home /tmp/grown"
        })
final class Bench implements Callable<Integer> {
    @Parameters(
            arity = "0..*",
            description =
                    "formats, packs, positions, status, server, uploads, queues, case, places, centres, wallets, chips, line; all these where none is named. grown: fills a database; outage: visits sent after it, only where named")
    private Set<String> parts = Set.of();

    @Option(names = "--rounds", defaultValue = "5", description = "rounds of each comparison (${DEFAULT-VALUE})")
    private int rounds;

    @Option(names = "--seconds", defaultValue = "1", description = "length of a round's piece (${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--users",
            defaultValue = "50",
            split = ",",
            description = "people who apply at once; several numbers one after the other (${DEFAULT-VALUE})")
    private List<Integer> users = List.of();

    @Option(
            names = "--people",
            defaultValue = "1000000",
            description = "applications that grown makes (${DEFAULT-VALUE})")
    private int people;

    @Option(
            names = "--centres",
            defaultValue = "30,100,300",
            split = ",",
            description = "how many centres, one number after the other (${DEFAULT-VALUE})")
    private List<Integer> centres = List.of();

    @Option(names = "--visits", defaultValue = "1000", description = "visits that outage sends (${DEFAULT-VALUE})")
    private int visits;

    @Option(names = "--home", description = "the folder of the database, which stays; else one in passing")
    private @Nullable Path home;

    @Option(
            names = "--load-seconds",
            defaultValue = "20",
            description = "how long they do, in each round and three times before the first (${DEFAULT-VALUE})")
    private int loadSeconds;

    @Option(names = "--jar", defaultValue = "server/target/server-0.1.0-app.jar", description = "the built server")
    private Path jar = Path.of("");

    public static void main(String[] arguments) {
        // The tables look the same wherever they are made.
        Locale.setDefault(Locale.ROOT);
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var length = Duration.ofSeconds(seconds);
        if (wanted("formats")) new Formats().run(rounds, length);
        if (wanted("packs")) new Packs().run(rounds, length);
        if (parts.contains("grown")) at(new Grown(jar, people)::run);
        if (wanted("positions")) inPassing(place -> new Positions(place).run(rounds, length));
        if (wanted("status")) inPassing(place -> new Lists(place, rounds).run());
        if (wanted("server")) at(place -> service(place).run());
        if (wanted("uploads")) at(place -> service(place).uploads());
        if (wanted("queues")) at(place -> new Queues(jar, place, Duration.ofSeconds(loadSeconds)).run());
        if (wanted("case")) at(place -> new Cases(jar, place).run());
        if (wanted("places")) inPassing(place -> new Places(jar, place).run());
        if (wanted("centres")) {
            for (var many : centres) inPassing(place -> new ManyCentres(jar, place, many).run());
        }
        if (parts.contains("outage")) inPassing(place -> new Outage(jar, place, visits).run());
        if (wanted("wallets")) inPassing(place -> new Wallets(jar, place, rounds).run());
        if (wanted("chips")) new Chips(rounds).run();
        if (wanted("line")) inPassing(place -> new SlowLine(jar, place, rounds).run());
        return 0;
    }

    private Service service(Path place) {
        return new Service(jar, place, users, rounds, Duration.ofSeconds(loadSeconds));
    }

    private interface Part {
        void run(Path home) throws Exception;
    }

    private void at(Part part) throws Exception {
        var place = home;
        if (place == null) inPassing(part);
        else part.run(Files.createDirectories(place));
    }

    /// In a folder of its own, which is removed when all went well.
    private static void inPassing(Part part) throws Exception {
        var place = Files.createTempDirectory("kith-bench");
        part.run(place);
        try (var files = Files.walk(place)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private boolean wanted(String part) {
        return parts.isEmpty() || parts.contains(part);
    }
}
