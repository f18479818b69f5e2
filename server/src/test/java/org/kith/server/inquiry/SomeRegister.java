package org.kith.server.inquiry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Jws;
import tools.jackson.databind.JsonNode;

/// Another office's register, on a port of its own: it answers as it should, or in each way it should not.
final class SomeRegister implements AutoCloseable {
    enum Manner {
        ANSWERS,
        HAS_A_CONCERN,
        HANGS,
        DRIPS,
        ANSWERS_FOR_ANOTHER_CASE,
        REPEATS_AN_OLD_ANSWER,
        SIGNED_BY_SOMEBODY_ELSE,
        NOT_SIGNED,
        SENDS_ELSEWHERE,
        TEN_MEGABYTES,
        GARBAGE,
        BROKEN,
        SIGNED_NONSENSE
    }

    private final HttpServer server;
    private final KeyPair own = newKey();
    private final KeyPair other = newKey();
    final AtomicInteger elsewhere = new AtomicInteger();
    volatile Manner manner = Manner.ANSWERS;
    volatile String lastAsked = "";
    private volatile String lastAnswer = "";

    SomeRegister() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/lookup", this::handle);
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            send(exchange, 200, lastAnswer.getBytes(UTF_8));
        });
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/lookup";
    }

    /// As a pack writes it.
    String key() {
        var jwk = Jwk.of((ECPublicKey) own.getPublic()).toMap();
        return jwk.get("x") + "." + jwk.get("y");
    }

    private void handle(HttpExchange exchange) throws IOException {
        lastAsked = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        try {
            var asked = Json.object(lastAsked.getBytes(UTF_8));
            switch (manner) {
                case ANSWERS -> answer(exchange, said(asked, "passed"), own);
                case HAS_A_CONCERN -> answer(exchange, said(asked, "concern"), own);
                case HANGS -> pause(30_000);
                case DRIPS -> drip(exchange);
                case ANSWERS_FOR_ANOTHER_CASE -> {
                    var said = said(asked, "concern");
                    said.put("case", "5f6a2f5e-0000-4000-8000-000000000000");
                    answer(exchange, said, own);
                }
                case REPEATS_AN_OLD_ANSWER -> send(exchange, 200, lastAnswer.getBytes(UTF_8));
                case SIGNED_BY_SOMEBODY_ELSE -> answer(exchange, said(asked, "concern"), other);
                case NOT_SIGNED -> {
                    var none = Base64Url.write(Json.write(Map.of("alg", "none", "typ", SignedAnswer.TYPE)));
                    send(
                            exchange,
                            200,
                            (none + "." + Base64Url.write(Json.write(said(asked, "passed"))) + ".").getBytes(UTF_8));
                }
                case SENDS_ELSEWHERE -> {
                    exchange.getResponseHeaders().add("Location", url().replace("lookup", "elsewhere"));
                    send(exchange, 302, new byte[0]);
                }
                case TEN_MEGABYTES -> send(exchange, 200, new byte[10 * 1024 * 1024]);
                case GARBAGE -> send(exchange, 200, "<html>Welcome</html>".getBytes(UTF_8));
                case BROKEN -> send(exchange, 500, "no".getBytes(UTF_8));
                case SIGNED_NONSENSE -> answer(exchange, said(asked, "guilty"), own);
            }
        } catch (Malformed e) {
            throw new IOException(e);
        } finally {
            exchange.close();
        }
    }

    private static Map<String, Object> said(JsonNode asked, String outcome) {
        var said = new LinkedHashMap<String, Object>();
        for (var name : new String[] {"check", "case", "nonce"})
            said.put(name, asked.path(name).asString());
        said.put("outcome", outcome);
        said.put("source", "Register of citizens, volume 12");
        said.put("as_of", LocalDate.of(2026, 11, 1).toString());
        said.put("words", "One entry agrees.");
        return said;
    }

    private void answer(HttpExchange exchange, Map<String, Object> said, KeyPair by) throws IOException {
        var signer = Es256.signer((ECPrivateKey) by.getPrivate(), (ECPublicKey) by.getPublic());
        lastAnswer = Jws.sign(SignedAnswer.TYPE, Json.write(said), signer);
        send(exchange, 200, lastAnswer.getBytes(UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) exchange.getResponseBody().write(body);
    }

    private static void drip(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1_000);
        for (var i = 0; i < 100; i++) {
            exchange.getResponseBody().write('e');
            exchange.getResponseBody().flush();
            pause(200);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
