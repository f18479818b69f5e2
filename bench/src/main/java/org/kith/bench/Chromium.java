package org.kith.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Chromium without a window, spoken to by its DevTools protocol.
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final JsonMapper JSON = new JsonMapper();

    private final Process process;
    private final HttpClient client;
    private final WebSocket socket;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<JsonNode>> awaited = new ConcurrentHashMap<>();

    private Chromium(Process process, String address) {
        this.process = process;
        client = HttpClient.newHttpClient();
        socket = client.newWebSocketBuilder()
                .buildAsync(URI.create(address), new Ear())
                .join();
    }

    /// Starts it with a profile of its own under `home`.
    static Chromium start(Path home) throws IOException, InterruptedException {
        var profile = Files.createDirectories(home.resolve("chromium"));
        var process = new ProcessBuilder(List.of(
                        program(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("chromium.log").toFile())
                .start();
        var port = profile.resolve("DevToolsActivePort");
        while (!Files.exists(port) || Files.readAllLines(port).size() < 2) {
            if (!process.isAlive()) throw new IllegalStateException("chromium ended; see " + home);
            Thread.sleep(50);
        }
        var lines = Files.readAllLines(port);
        return new Chromium(process, "ws://127.0.0.1:" + lines.getFirst() + lines.get(1));
    }

    private static String program() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> Files.isExecutable(Path.of(path)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no Chromium is installed"));
    }

    /// Opens a tab that shares nothing with any before.
    Tab tab() throws Exception {
        var context = ask("Target.createBrowserContext", Map.of(), "")
                .get("browserContextId")
                .asString();
        var target = ask("Target.createTarget", Map.of("url", "about:blank", "browserContextId", context), "")
                .get("targetId")
                .asString();
        var session = ask("Target.attachToTarget", Map.of("targetId", target, "flatten", true), "")
                .get("sessionId")
                .asString();
        return new Tab(context, session);
    }

    /// A page under our eyes.
    final class Tab implements AutoCloseable {
        private final String context;
        private final String session;

        private Tab(String context, String session) {
            this.context = context;
            this.session = session;
        }

        JsonNode tell(String method, Map<String, ?> parameters) throws Exception {
            return ask(method, parameters, session);
        }

        /// Goes there, and waits until all has come.
        void open(String address) throws Exception {
            tell("Page.enable", Map.of());
            var loaded = new CompletableFuture<JsonNode>();
            awaited.put(session + "Page.loadEventFired", loaded);
            tell("Page.navigate", Map.of("url", address));
            loaded.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        /// What a script says in the end.
        String said(String script) throws Exception {
            var answer =
                    tell("Runtime.evaluate", Map.of("expression", script, "awaitPromise", true, "returnByValue", true));
            return answer.get("result").get("value").asString();
        }

        @Override
        public void close() {
            var _ = send("Target.disposeBrowserContext", Map.of("browserContextId", context), "");
        }
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
        process.destroy();
        process.onExit().join();
    }

    private JsonNode ask(String method, Map<String, ?> parameters, String session) throws Exception {
        var said = send(method, parameters, session).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (said.has("error")) throw new IllegalStateException(method + ": " + said.get("error"));
        return said.get("result");
    }

    private CompletableFuture<JsonNode> send(String method, Map<String, ?> parameters, String session) {
        var id = number.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        asked.put(id, answer);
        var message = session.isEmpty()
                ? Map.of("id", id, "method", method, "params", parameters)
                : Map.of("id", id, "method", method, "params", parameters, "sessionId", session);
        socket.sendText(JSON.writeValueAsString(message), true).join();
        return answer;
    }

    /// Puts together what comes in pieces, and hands it to whoever waits for it.
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            heard.append(text);
            if (last) {
                var message = JSON.readTree(heard.toString());
                heard.setLength(0);
                var waiting = message.has("id")
                        ? asked.remove(message.get("id").asInt())
                        : awaited.remove(message.path("sessionId").asString("")
                                + message.path("method").asString(""));
                if (waiting != null) waiting.complete(message);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }
    }
}
