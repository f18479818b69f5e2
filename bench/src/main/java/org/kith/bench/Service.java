package org.kith.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// The built server as a process of its own: how soon it answers, how many whole applications it takes, what memory it
/// holds after them.
final class Service {
    private final Path jar;
    private final Path home;

    Service(Path jar, Path home) {
        this.jar = jar;
        this.home = home;
    }

    void run(int starts, int users, Duration length) throws Exception {
        System.out.printf("%n### The server%n%n| what | figure |%n|---|---|%n");
        var port = freePort();
        for (var start = 0; start < starts; start++) {
            var begun = System.nanoTime();
            var process = start(port);
            System.out.printf(
                    Locale.ROOT,
                    "| %s, to the first page | %.1f s |%n",
                    start == 0 ? "first start, new database" : "start %d, data there".formatted(start + 1),
                    (System.nanoTime() - begun) / 1e9);
            if (start == starts - 1) load(port, users, length, process);
            process.destroy();
            process.waitFor();
        }
    }

    private void load(int port, int users, Duration length, Process process) throws Exception {
        System.out.printf("| memory before, resident | %s |%n", resident(process));
        var origin = "http://localhost:" + port;
        new Journey(origin).walk("warm@example.org");
        var times = java.util.Collections.synchronizedList(new ArrayList<Double>());
        var failures = new AtomicInteger();
        var number = new AtomicInteger();
        var begun = System.nanoTime();
        var end = begun + length.toNanos();
        try (var people = Executors.newFixedThreadPool(users)) {
            for (var user = 0; user < users; user++) {
                people.execute(() -> {
                    while (System.nanoTime() < end) one(origin, number.incrementAndGet(), times, failures);
                });
            }
        }
        var seconds = (System.nanoTime() - begun) / 1e9;
        var sorted = times.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| whole applications a second, %d users | %.1f (%d in %.0f s, %d failed) |%n",
                users,
                sorted.size() / seconds,
                sorted.size(),
                seconds,
                failures.get());
        System.out.printf(
                Locale.ROOT, "| time of one, median and p95 | %.1f s, %.1f s |%n", at(sorted, 0.5), at(sorted, 0.95));
        System.out.printf("| memory after, resident | %s |%n", resident(process));
    }

    private static void one(String origin, int number, List<Double> times, AtomicInteger failures) {
        var begun = System.nanoTime();
        try {
            new Journey(origin).walk("bench-" + number + "@example.org");
            times.add((System.nanoTime() - begun) / 1e9);
        } catch (IOException | InterruptedException | RuntimeException e) {
            if (failures.incrementAndGet() == 1) System.err.println("first failure: " + e.getMessage());
        }
    }

    private Process start(int port) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(java, "--enable-native-access=ALL-UNNAMED", "-jar", jar.toString());
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("KITH_HOME", home.toString());
        builder.environment().put("KITH_KEYS", home.resolve("keys").toString());
        builder.redirectErrorStream(true)
                .redirectOutput(home.resolve("server.log").toFile());
        var process = builder.start();
        var client = HttpClient.newHttpClient();
        var page = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                .build();
        while (process.isAlive()) {
            try {
                if (client.send(page, BodyHandlers.discarding()).statusCode() == 200) return process;
            } catch (IOException notYet) {
                Thread.sleep(25);
            }
        }
        throw new IllegalStateException("the server ended; see " + home.resolve("server.log"));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1.0, sorted.size() * share));
    }

    private static @Nullable String resident(Process process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
                    .findFirst()
                    .orElse(null);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
