package org.kith.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.kith.bench.Crowd.Outcome;
import org.kith.credential.signing.Es256;

/// Whole issuances to wallets over https, eight at once, each for a holder of its own, beside as many requests for a
/// nonce and beside what its signatures alone take.
final class Wallets {
    private static final int AT_ONCE = 8;
    private static final int[] BATCHES = {1, 10};
    private static final int MOST = 10;

    /// Of each piece of a round.
    private static final Duration LENGTH = Duration.ofSeconds(5);

    private final Path jar;
    private final Path home;
    private final int rounds;
    private final Crowd crowd = new Crowd(AT_ONCE);
    private final BlockingQueue<Client> free = new LinkedBlockingQueue<>();
    private final Timings pages = new Timings();

    Wallets(Path jar, Path home, int rounds) {
        this.jar = jar;
        this.home = home;
        this.rounds = rounds;
    }

    private record Client(Holder holder, Wallet wallet) {}

    /// One way to copies.
    ///
    /// @param byCode        by a pushed request and the holder's yes; else by an offer with its PIN
    /// @param requests      that the server answers
    /// @param verifications that the server makes, besides one for each copy's key
    private record Way(String name, boolean byCode, int requests, int verifications) {}

    private record Piece(Way way, String configuration, int batch) {
        String name() {
            return way.name() + ", " + configuration + ", " + batch;
        }

        /// Milliseconds of processor time that its signatures take alone.
        double signatures(double verified, double signed) {
            return 1000 * ((way.verifications() + batch) / verified + batch / signed);
        }
    }

    /// One round of one piece.
    private record Measured(Outcome outcome, Timings whole, Server.Cpu cpu, long commits) {
        double perSecond() {
            return outcome.perSecond();
        }

        /// Milliseconds that this share of the issuances did not exceed.
        double at(double share) {
            return whole.sorted().values().stream()
                    .mapToDouble(times -> Timings.at(times, share))
                    .findFirst()
                    .orElse(Double.NaN);
        }
    }

    void run() throws Exception {
        var maker = new WalletMaker();
        var pack = maker.trustedBy(Path.of("programmes/utopia"), home.resolve("pack"));
        var settings = Map.of(
                "KITH_HTTPS",
                "localhost",
                "KITH_PROGRAMME",
                pack.toString(),
                "KITH_CENTRES",
                Centre.write(home).toString());
        try (var server = Server.start(jar, home, settings)) {
            Browser.overHttps(Certificate.trusted(home));
            var progress = new Progress("holders with a card and an offer", AT_ONCE);
            var holders = new ArrayList<Holder>();
            for (var i = 0; i < AT_ONCE; i++) {
                holders.add(Holder.withCard(server, home, "holder-%d@example.org".formatted(i)));
                progress.step();
            }
            var clock = clock();
            for (var holder : holders) {
                free.add(new Client(
                        holder, new Wallet(server.origin(), Certificate.trusted(home), clock, maker, MOST, pages)));
            }
            measure(server);
        }
    }

    private void measure(Server server) throws Exception {
        var pieces = new ArrayList<Piece>();
        for (var way :
                List.of(new Way("pre-authorized code", false, 3, 2), new Way("authorization code", true, 7, 6))) {
            for (var configuration : List.of("card-sd-jwt", "card-mdoc")) {
                for (var batch : BATCHES) pieces.add(new Piece(way, configuration, batch));
            }
        }
        // What the compiler still has to do is no figure of ours.
        for (var piece : pieces) once(server, piece);

        var key = WalletKey.fresh();
        var message = new byte[300];
        var signature = key.signer().sign(message);
        var nonces = 0.0;
        var signed = 0.0;
        var verified = 0.0;
        var all = new LinkedHashMap<Piece, List<Measured>>();
        for (var round = 0; round < rounds; round++) {
            nonces = Math.max(nonces, nonces());
            signed = Math.max(signed, operations(() -> key.signer().sign(message)));
            verified =
                    Math.max(verified, operations(() -> Es256.verify(key.key().publicKey(), message, signature)));
            for (var piece : pieces) {
                all.computeIfAbsent(piece, _ -> new ArrayList<>()).add(once(server, piece));
            }
        }
        System.out.printf(
                "%n### Whole issuances over https, %d wallets at once%n%nBare, the best round: %,.0f nonces a second; %,.0f signatures, %,.0f verifications a second of processor time.%n%n",
                AT_ONCE, nonces, signed, verified);
        System.out.println(
                "| way, format, batch | a second, best (range) | of as many nonces | ms, median and p95 of the best | processor, ms each: server, PostgreSQL | its ES256 alone | commits each | failed |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (var each : all.entrySet()) {
            print(each.getKey(), each.getValue(), nonces, each.getKey().signatures(verified, signed));
        }
        steps();
        if (all.values().stream()
                .flatMap(List::stream)
                .anyMatch(each -> each.outcome().failed() > 0)) {
            throw new IllegalStateException("issuances failed");
        }
    }

    private static void print(Piece piece, List<Measured> rounds, double nonces, double signatures) {
        var sorted = rounds.stream()
                .sorted(Comparator.comparingDouble(Measured::perSecond))
                .toList();
        var best = sorted.getLast();
        var count = best.outcome().times().size();
        System.out.printf(
                "| %s | %.1f (%.1f–%.1f) | %.2f | %.0f, %.0f | %.1f, %.1f | %.2f | %.0f | %d |%n",
                piece.name(),
                best.perSecond(),
                sorted.getFirst().perSecond(),
                best.perSecond(),
                best.perSecond() * piece.way().requests() / nonces,
                best.at(0.5),
                best.at(0.95),
                best.cpu().server() * 1000 / count,
                best.cpu().postgres() * 1000 / count,
                signatures,
                (double) best.commits() / count,
                rounds.stream().mapToInt(each -> each.outcome().failed()).sum());
    }

    private Measured once(Server server, Piece piece) throws IOException, SQLException {
        var whole = new Timings();
        var cpu = server.cpu();
        var commits = commits();
        var outcome = crowd.run(LENGTH, new AtomicInteger(), _ -> {
            var client = free.take();
            try {
                issue(client, piece, whole);
            } finally {
                free.put(client);
            }
        });
        var taken = new Measured(outcome, whole, server.cpu().since(cpu), commits() - commits);
        forget();
        return taken;
    }

    /// The time begins when the offer stands.
    private static void issue(Client client, Piece piece, Timings whole) throws Exception {
        var code = piece.way().byCode() ? "" : client.holder().offered();
        var begun = System.nanoTime();
        if (piece.way().byCode()) {
            client.wallet().byCode(client.holder().browser(), piece.configuration(), piece.batch());
        } else {
            client.wallet().byOffer(code, client.holder().pin(), piece.configuration(), piece.batch());
        }
        whole.add(piece.name(), System.nanoTime() - begun);
    }

    private double nonces() {
        var outcome = crowd.run(LENGTH, new AtomicInteger(), _ -> {
            var client = free.take();
            try {
                client.wallet().nonce();
            } finally {
                free.put(client);
            }
        });
        if (outcome.failed() > 0) throw new IllegalStateException("nonces failed");
        return outcome.perSecond();
    }

    /// How many a thread makes in a second of its processor time, so that others who want the processor do not count.
    private static double operations(Rounds.Work work) throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        var end = System.nanoTime() + Duration.ofSeconds(1).toNanos();
        var begun = threads.getCurrentThreadCpuTime();
        var count = 0;
        for (; System.nanoTime() < end; count++) Objects.requireNonNull(work.once());
        return count * 1e9 / (threads.getCurrentThreadCpuTime() - begun);
    }

    private void steps() {
        System.out.println("\n| request, all rounds | ms, median | p95 |\n|---|---|---|");
        pages.sorted()
                .forEach((page, times) -> System.out.printf(
                        "| %s | %.1f | %.1f |%n", page, Timings.at(times, 0.5), Timings.at(times, 0.95)));
    }

    /// Nobody has a thousand copies of one card: the next piece begins with none.
    private void forget() throws IOException, SQLException {
        try (var connection = Data.asSuperuser(home);
                var statement = connection.createStatement()) {
            statement.execute("delete from card_copy where kind = 'WALLET'");
            statement.execute("delete from wallet_grant");
            statement.execute("delete from wallet_push");
        }
    }

    private long commits() throws IOException, SQLException {
        return number("select xact_commit from pg_stat_database where datname = 'kith'");
    }

    /// The server's, which an officer may have set forward to the day's visits.
    private Clock clock() throws IOException, SQLException {
        var ahead = Duration.ofSeconds(number("select coalesce(max(ahead), 0) from demo_clock"));
        return Clock.offset(Clock.system(ZoneOffset.UTC), ahead);
    }

    private long number(String sql) throws IOException, SQLException {
        try (var connection = Data.asSuperuser(home);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
