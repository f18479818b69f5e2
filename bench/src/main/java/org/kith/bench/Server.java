package org.kith.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The built server as a process of its own, started as bin/serve starts it; and what it takes, as Linux counts it.
final class Server implements AutoCloseable {
    private static final Pattern USED = Pattern.compile(" used ([0-9]+)K");
    private static final double TICKS_A_SECOND = 100;

    private final Process process;
    private final String origin;

    private Server(Process process, String origin) {
        this.process = process;
        this.origin = origin;
    }

    /// Seconds of processor time since the start.
    record Cpu(double server, double postgres, double drawing) {
        Cpu since(Cpu before) {
            return new Cpu(server - before.server, postgres - before.postgres, drawing - before.drawing);
        }
    }

    /// Starts, and waits for the first page. Every start on one folder has the same port: cards name the address.
    static Server start(Path jar, Path home, Map<String, String> settings) throws IOException, InterruptedException {
        var kept = home.resolve("port");
        if (!Files.exists(kept)) Files.writeString(kept, String.valueOf(freePort()));
        var port = Integer.parseInt(Files.readString(kept));
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(
                ProcessBuilder.Redirect.appendTo(home.resolve("server.log").toFile()));
        builder.environment().put("SERVER_PORT", String.valueOf(port));
        builder.environment().put("KITH_HOME", home.toString());
        builder.environment().put("KITH_KEYS", home.resolve("keys").toString());
        // Journeys follow one person; queues are measured apart.
        builder.environment().put("KITH_CASES_ROUTING", "by-hand");
        builder.environment().putAll(settings);
        var scheme = settings.containsKey("KITH_HTTPS") ? "https" : "http";
        var origin = scheme + "://localhost:" + port;
        builder.environment().put("KITH_BASE_URL", origin);
        var server = new Server(builder.start(), origin);
        server.awaitFirstPage(home);
        return server;
    }

    String origin() {
        return origin;
    }

    /// Over https a server makes its certificate in its first seconds.
    private HttpClient client(Path home) throws InterruptedException {
        while (origin.startsWith("https") && process.isAlive()) {
            try {
                return HttpClient.newBuilder()
                        .sslContext(Certificate.trusted(home))
                        .build();
            } catch (IOException notYet) {
                Thread.sleep(25);
            }
        }
        return HttpClient.newHttpClient();
    }

    private void awaitFirstPage(Path home) throws IOException, InterruptedException {
        try (var client = client(home)) {
            var page = HttpRequest.newBuilder(URI.create(origin() + "/")).build();
            while (process.isAlive()) {
                try {
                    if (client.send(page, BodyHandlers.discarding()).statusCode() == 200) return;
                } catch (IOException notYet) {
                    Thread.sleep(25);
                }
            }
        }
        throw new IllegalStateException("the server ended; see " + home.resolve("server.log"));
    }

    /// Megabytes that the server's process holds.
    long resident() throws IOException {
        return kilobytes(process.toHandle(), "status", "VmRSS:") / 1024;
    }

    /// The same with the processes that draw pictures anew.
    long residentWithDrawing() throws IOException {
        var sum = kilobytes(process.toHandle(), "status", "VmRSS:");
        for (var each : process.descendants().toList()) {
            if (each.info().command().orElse("").endsWith("/java")) sum += kilobytes(each, "status", "VmRSS:");
        }
        return sum / 1024;
    }

    /// Megabytes of the database's processes, what they share counted once.
    long database() throws IOException {
        var sum = 0L;
        for (var each : process.descendants().toList()) sum += kilobytes(each, "smaps_rollup", "Pss:");
        return sum / 1024;
    }

    /// Megabytes in use on the heap once all that nobody needs is gone.
    long heapAfterCollection() throws IOException, InterruptedException {
        jcmd("GC.run");
        var found = USED.matcher(jcmd("GC.heap_info"));
        if (!found.find()) throw new IllegalStateException("jcmd says nothing of a heap");

        return Long.parseLong(found.group(1)) / 1024;
    }

    Cpu cpu() throws IOException {
        var own = ticks(process.toHandle());
        var postgres = 0.0;
        for (var each : process.descendants().toList()) postgres += ticks(each)[0] + ticks(each)[1];
        return new Cpu(own[0], postgres, own[1]);
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        var program = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var jcmd = new ProcessBuilder(program, String.valueOf(process.pid()), command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var said = new String(jcmd.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        jcmd.waitFor();
        return said;
    }

    private static long kilobytes(ProcessHandle of, String file, String field) throws IOException {
        var path = Path.of("/proc", String.valueOf(of.pid()), file);
        if (!Files.exists(path)) return 0;

        return Files.readAllLines(path).stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }

    /// Its own seconds, and those of its children that have ended (proc(5), stat).
    private static double[] ticks(ProcessHandle of) throws IOException {
        var path = Path.of("/proc", String.valueOf(of.pid()), "stat");
        if (!Files.exists(path)) return new double[2];

        var stat = Files.readString(path);
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return new double[] {
            (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND,
            (Long.parseLong(fields[13]) + Long.parseLong(fields[14])) / TICKS_A_SECOND
        };
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
