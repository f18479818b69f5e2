package org.kith.reader;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import tools.jackson.databind.JsonNode;

/// What a page may ask of this program. **Only pages of one origin, only from this computer, only under this computer's
/// own name, and nothing but a greeting before the code was typed.**
final class Door implements AutoCloseable {
    private static final int LONGEST = 4096;
    private static final int CHALLENGE = 8;
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final Origin origin;
    private final Pairing pairing;
    private final Readings readings;

    Door(int port, Origin origin, Pairing pairing, Readings readings) throws IOException {
        this.origin = origin;
        this.pairing = pairing;
        this.readings = readings;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
    }

    Door open() {
        server.start();
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    /// An answer: a status, and what its JSON says.
    private record Reply(int status, Map<String, Object> content) {
        static Reply refused(int status, String code, String sentence) {
            return new Reply(status, Map.of("code", code, "sentence", sentence));
        }

        static Reply of(Failure failure) {
            return refused(409, failure.code(), failure.sentence());
        }
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Cache-Control", "no-store");
            headers.set("X-Content-Type-Options", "nosniff");
            if (!isOurName(exchange)
                    || !origin.value().equals(exchange.getRequestHeaders().getFirst("Origin"))) {
                // Whoever asks learns nothing, and their browser shows them nothing.
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            headers.set("Access-Control-Allow-Origin", origin.value());
            headers.set("Vary", "Origin");
            if (exchange.getRequestMethod().equals("OPTIONS")) preflight(exchange);
            else send(exchange, reply(exchange));
        }
    }

    /// A page on a name that was made to point here sends that name.
    private boolean isOurName(HttpExchange exchange) {
        var host = exchange.getRequestHeaders().getFirst("Host");
        return ("127.0.0.1:" + port()).equals(host) || ("localhost:" + port()).equals(host);
    }

    /// Also what Chromium asked of private networks first, and of local ones since.
    private static void preflight(HttpExchange exchange) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Access-Control-Allow-Methods", "GET, POST");
        headers.set("Access-Control-Allow-Headers", "authorization, content-type");
        headers.set("Access-Control-Max-Age", "600");
        for (var network : new String[] {"Private-Network", "Local-Network"}) {
            if ("true".equals(exchange.getRequestHeaders().getFirst("Access-Control-Request-" + network)))
                headers.set("Access-Control-Allow-" + network, "true");
        }
        exchange.sendResponseHeaders(204, -1);
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        var what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        try {
            if (what.equals("GET /")) return new Reply(200, Map.of("reader", "kith", "version", 1));
            if (what.equals("POST /pair")) return pair(body(exchange));
            if (!isPaired(exchange)) return Reply.refused(401, "not-paired", "Type the code that the reader shows.");
            if (what.equals("POST /readings")) return begin(body(exchange));
            if (what.startsWith("GET /readings/")) return look(what.substring("GET /readings/".length()));
            return Reply.refused(404, "unknown", "There is no such thing here.");
        } catch (Malformed | IllegalArgumentException _) {
            return Reply.refused(400, "malformed", "The page asked for something that cannot be.");
        } catch (ReadFailed e) {
            return Reply.of(e.failure());
        }
    }

    private Reply pair(JsonNode said) {
        var session = pairing.pair(said.path("code").asString(""));
        if (session.isPresent()) return new Reply(200, Map.of("session", session.get()));
        return pairing.isLocked()
                ? Reply.refused(
                        429, "locked", "The code was wrong too often. Start the reader again: it shows a new one.")
                : Reply.refused(403, "wrong-code", "That is not the code that the reader shows.");
    }

    private boolean isPaired(HttpExchange exchange) {
        var said = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
        return said.filter(value -> value.startsWith("Bearer ") && pairing.isPaired(value.substring(7)))
                .isPresent();
    }

    private Reply begin(JsonNode said) throws ReadFailed {
        var challenge = Base64.getDecoder().decode(said.path("challenge").asString(""));
        if (challenge.length != CHALLENGE) throw new IllegalArgumentException("no challenge");

        var id = readings.begin(said.path("lines").asString(""), challenge);
        return new Reply(202, Map.of("id", id.toString()));
    }

    private Reply look(String id) {
        var state = readings.look(UUID.fromString(id));
        if (state.isEmpty()) return Reply.refused(404, "unknown", "That reading is over.");
        return switch (state.get()) {
            case Readings.State.UnderWay(var progress) ->
                new Reply(
                        200,
                        Map.of(
                                "state",
                                "reading",
                                "step",
                                progress.step().name().toLowerCase(java.util.Locale.ROOT),
                                "percent",
                                progress.percent()));
            case Readings.State.Failed(var failure) ->
                new Reply(200, Map.of("state", "failed", "code", failure.code(), "sentence", failure.sentence()));
            case Readings.State.Read(var files) -> new Reply(200, content(files));
        };
    }

    private static Map<String, Object> content(ChipFiles files) {
        var groups = new LinkedHashMap<String, Object>();
        files.groups().forEach((number, bytes) -> groups.put(number.toString(), base64(bytes)));
        var content = new LinkedHashMap<String, Object>();
        content.put("state", "read");
        content.put("access", files.access().name().toLowerCase(java.util.Locale.ROOT));
        content.put("sod", base64(files.sod()));
        content.put("groups", groups);
        content.put("chipAuthentication", files.chipAuthentication().name());
        files.answer().ifPresent(answer -> content.put("answer", base64(answer)));
        return content;
    }

    private static JsonNode body(HttpExchange exchange) throws IOException, Malformed {
        var bytes = exchange.getRequestBody().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) throw new Malformed("too long");
        return Json.object(bytes);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var bytes = Json.write(reply.content());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
