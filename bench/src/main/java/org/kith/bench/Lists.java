package org.kith.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.signing.Jws;
import org.kith.credential.status.Status;
import org.kith.credential.status.StatusList;
import org.kith.credential.status.StatusListIssuer;
import org.kith.credential.status.StatusListTerms;
import org.kith.credential.status.StatusReference;
import org.kith.server.Kith;
import org.kith.server.database.OwnPostgres;
import org.kith.server.status.ListPurpose;
import org.kith.server.status.StatusPositions;
import org.kith.server.status.StatusPublisher;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Five million positions in wallets: all reserved, one in a hundred revoked, and their lists published.
final class Lists {
    private static final int POSITIONS = 5_000_000;
    private static final int AT_ONCE = 10_000;
    private static final int SHARE = 100;
    private static final int MANY_LISTS = 40;

    private final Path home;
    private final int rounds;

    Lists(Path home, int rounds) {
        this.home = home;
        this.rounds = rounds;
    }

    void run() throws Exception {
        try (var postgres = OwnPostgres.start(home, line -> {})) {
            var database = postgres.database();
            var application = new SpringApplicationBuilder(Kith.class)
                    .web(WebApplicationType.SERVLET)
                    .properties(
                            "server.port=0",
                            "spring.datasource.url=" + database.url(),
                            "spring.datasource.username=" + database.user(),
                            "spring.datasource.password=" + database.password(),
                            "kith.home=" + home,
                            "kith.keys=" + home.resolve("keys"));
            try (var context = application.run()) {
                context.getBean("statusRounds", SmartLifecycle.class).stop();
                run(context);
            }
        }
    }

    private void run(ApplicationContext context) throws Exception {
        var positions = context.getBean(StatusPositions.class);
        var publisher = context.getBean(StatusPublisher.class);
        var sql = context.getBean(JdbcTemplate.class);
        sql.execute("create table bare (id bigint primary key, payload text)");
        System.out.println("\n### Five million positions\n\n| what | how long |\n|---|---|");

        var revoked = reserve(positions);
        set(positions, new TransactionTemplate(context.getBean(PlatformTransactionManager.class)), revoked);
        publish(publisher, sql, positions, revoked);
        memory(publisher, sql);
        bytes(publisher, revoked);
        manyLists(publisher, sql);
    }

    private static List<StatusReference> reserve(StatusPositions positions) {
        var random = new Random(1);
        var some = new ArrayList<StatusReference>();
        var start = System.nanoTime();
        for (var taken = 0; taken < POSITIONS; taken += AT_ONCE) {
            var references = positions.reserve(ListPurpose.WALLET, AT_ONCE);
            for (var each : references) if (random.nextInt(SHARE) == 0) some.add(each);
        }
        row("reserving all, ten thousand at once", since(start));
        return some;
    }

    private static void set(StatusPositions positions, TransactionTemplate transaction, List<StatusReference> revoked) {
        var start = System.nanoTime();
        for (var from = 0; from < revoked.size(); from += 1_000) {
            var some = revoked.subList(from, Math.min(from + 1_000, revoked.size()));
            transaction.executeWithoutResult(_ -> some.forEach(each -> positions.set(each, Status.INVALID)));
        }
        row("revoking %,d of them, a thousand in one transaction".formatted(revoked.size()), since(start));
    }

    private void publish(
            StatusPublisher publisher, JdbcTemplate sql, StatusPositions positions, List<StatusReference> revoked) {
        var start = System.nanoTime();
        publisher.publishDue();
        row("publishing the lists of all these changes, both forms", since(start));

        new Times("publishing one change, both forms", rounds, () -> {
                    var one = positions.reserve(ListPurpose.WALLET, 1).getFirst();
                    positions.set(one, Status.SUSPENDED);
                })
                .print(() -> publisher.publishDue());
        var list = StatusList.ofSize(2, StatusPositions.LIST_SIZE);
        for (var each : revoked) if (each.uri().equals(revoked.getFirst().uri())) list.set(each.index(), 1);
        var clock = Clock.systemUTC();
        var signer = signer(clock);
        var token = "x".repeat(32_000);
        new Times("bare: one list built, deflated, signed twice, and a row of 32 KB committed", rounds, () -> {})
                .print(() -> {
                    var now = clock.instant();
                    var terms =
                            new StatusListTerms("https://x/1", now, now.plus(Duration.ofDays(7)), Duration.ofHours(1));
                    signer.sign(terms, list);
                    sql.update("insert into bare values ((select coalesce(max(id), 0) + 1 from bare), ?)", token);
                });
    }

    private static StatusListIssuer signer(Clock clock) {
        try {
            var state = SomeSigner.make(clock.instant());
            return new StatusListIssuer(state.signer(), state.certificate());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void memory(StatusPublisher publisher, JdbcTemplate sql) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var id = Thread.currentThread().threadId();
        note(sql, "100000001", "100000001");
        var before = threads.getThreadAllocatedBytes(id);
        publisher.publishDue();
        var allocated = threads.getThreadAllocatedBytes(id) - before;
        System.gc();
        var heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                "| allocated to publish one list with %,d entries | %,d KB |%n",
                StatusPositions.LIST_SIZE / SHARE, allocated >> 10);
        System.out.printf("| heap of the whole server after collection | %,d MB |%n", heap >> 20);
    }

    /// A list tells at least this much, however it is packed.
    private static double entropy(double share) {
        var other = 1 - share;
        return -(share * Math.log(share) + other * Math.log(other)) / Math.log(2) * StatusPositions.LIST_SIZE / 8;
    }

    private static void bytes(StatusPublisher publisher, List<StatusReference> revoked) throws Exception {
        var set = revoked.stream()
                .filter(each -> each.uri().endsWith("/100000001"))
                .count();
        var jwt = publisher.published(100_000_001).orElseThrow().token();
        var lst = Json.object(Jws.parse(jwt).payload())
                .path("status_list")
                .path("lst")
                .asString();
        var packed = Base64Url.read(lst).length;
        var bound = entropy((double) set / StatusPositions.LIST_SIZE);
        System.out.printf(
                Locale.ROOT, "%n| a list of 2^20 with %,d revoked | bytes | of the bound |%n|---|---|---|%n", set);
        System.out.printf(Locale.ROOT, "| entropy bound | %,.0f | 1.00 |%n", bound);
        System.out.printf(Locale.ROOT, "| packed (zlib, level 6) | %,d | %.2f |%n", packed, packed / bound);
        System.out.printf(
                Locale.ROOT,
                "| as a CWT, certificate in it | %,d | %.2f |%n",
                publisher.publishedCwt(100_000_001).orElseThrow().token().length,
                publisher.publishedCwt(100_000_001).orElseThrow().token().length / bound);
        System.out.printf(
                Locale.ROOT, "| as a JWT, certificate in it | %,d | %.2f |%n", jwt.length(), jwt.length() / bound);
    }

    private static void manyLists(StatusPublisher publisher, JdbcTemplate sql) {
        sql.update(
                "insert into status_list (id, opened_at) select 100000000 + n, now() from generate_series(1, ?) n on conflict do nothing",
                MANY_LISTS);
        sql.update(
                "insert into status_entry (list, position, status) select 100000000 + n, p * 100 + (p * 7919) % 100, 1 "
                        + "from generate_series(6, ?) n, generate_series(0, 10485) p on conflict do nothing",
                MANY_LISTS);
        sql.execute("analyze status_entry");
        publisher.publishDue();
        note(sql, "100000001", Integer.toString(100_000_000 + MANY_LISTS));
        System.out.println("\n| forty lists with one in a hundred revoked, all changed at once | |\n|---|---|");
        var start = System.nanoTime();
        publisher.publishDue();
        row("publishing all, both forms", since(start));
    }

    private static void note(JdbcTemplate sql, String from, String to) {
        sql.execute(
                "insert into status_change (list) select id from status_list where id between " + from + " and " + to);
    }

    /// One thing done several times; what comes before each is not measured.
    private record Times(String name, int rounds, Runnable before) {
        void print(Runnable work) {
            var times = new ArrayList<Double>();
            for (var round = 0; round < rounds + 2; round++) {
                before.run();
                var start = System.nanoTime();
                work.run();
                if (round > 1) times.add(since(start) * 1_000);
            }
            times.sort(null);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f ms (%.0f–%.0f) |%n",
                    name,
                    times.get(times.size() / 2),
                    times.getFirst(),
                    times.getLast());
        }
    }

    private static void row(String name, double seconds) {
        System.out.printf(Locale.ROOT, "| %s | %.1f s |%n", name, seconds);
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
