package org.kith.server.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A wallet that does each step by itself, and can do each of them wrong.
public final class TestWallet {
    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final ECKey dpopKey;
    private final String base;
    /// Where requests are sent, which names itself as `base` all the same.
    private final String node;

    private final Instant now;
    volatile String dpopNonce = "";
    Map<String, String> clientHeaders = Map.of();

    public TestWallet(int port, Instant now) {
        this(port, port, now);
    }

    TestWallet(int port, int node, Instant now) {
        this.base = "http://localhost:" + port;
        this.node = "http://localhost:" + node;
        this.now = now;
        this.dpopKey = key();
    }

    /// The same wallet on a later day.
    TestWallet(TestWallet before, Instant now) {
        this.base = before.base;
        this.node = before.node;
        this.now = now;
        this.dpopKey = before.dpopKey;
    }

    /// The same wallet, which asks another server.
    TestWallet(TestWallet wallet, int port, int node) {
        this.base = "http://localhost:" + port;
        this.node = "http://localhost:" + node;
        this.now = wallet.now;
        this.dpopKey = wallet.dpopKey;
    }

    /// The same wallet, which proves who made it.
    TestWallet with(Map<String, String> headers) {
        var same = new TestWallet(this, now);
        same.dpopNonce = dpopNonce;
        same.clientHeaders = headers;
        return same;
    }

    public record Answer(int status, JsonNode body, java.net.http.HttpHeaders headers, String text) {
        public String error() {
            return body.path("error").asString("");
        }

        public String get(String member) {
            return body.path(member).asString("");
        }
    }

    public static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String base() {
        return base;
    }

    Instant now() {
        return now;
    }

    // requests

    Answer get(String path, String accept) {
        return send(HttpRequest.newBuilder(URI.create(node + path))
                .header("Accept", accept)
                .GET());
    }

    Answer form(String path, Map<String, String> form, String... dpop) {
        var body = form.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(node + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (var each : dpop) request.header("DPoP", each);
        clientHeaders.forEach(request::header);
        return send(request);
    }

    Answer json(String path, String body, String type, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(node + path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return send(request);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().firstValue("DPoP-Nonce").ifPresent(nonce -> dpopNonce = nonce);
            var isJson = answer.headers().firstValue("Content-Type").orElse("").contains("json");
            var body = isJson ? JSON.readTree(answer.body()) : JSON.createObjectNode();
            return new Answer(answer.statusCode(), body, answer.headers(), answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    // what a wallet signs

    /// A DPoP proof, changed by `fault` before it is signed.
    String dpop(String method, String path, String token, Consumer<JWTClaimsSet.Builder> fault) {
        var claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", method)
                .claim("htu", base + path)
                .issueTime(Date.from(now));
        if (!dpopNonce.isEmpty()) claims.claim("nonce", dpopNonce);
        if (token != null) claims.claim("ath", sha256(token));
        fault.accept(claims);
        return signed(dpopKey, header("dpop+jwt").jwk(dpopKey.toPublicJWK()).build(), claims.build());
    }

    String dpop(String method, String path, String token) {
        return dpop(method, path, token, _ -> {});
    }

    /// A proof that a key is held, changed by `fault` before it is signed.
    String proof(ECKey key, String nonce, Consumer<JWTClaimsSet.Builder> fault) {
        var claims = new JWTClaimsSet.Builder().audience(base).issueTime(Date.from(now));
        if (nonce != null) claims.claim("nonce", nonce);
        fault.accept(claims);
        return signed(key, header("openid4vci-proof+jwt").jwk(key.toPublicJWK()).build(), claims.build());
    }

    String proof(ECKey key, String nonce) {
        return proof(key, nonce, _ -> {});
    }

    static JWSHeader.Builder header(String typ) {
        return new JWSHeader.Builder(JWSAlgorithm.ES256).type(new JOSEObjectType(typ));
    }

    static String signed(ECKey key, JWSHeader header, JWTClaimsSet claims) {
        try {
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sha256(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    // whole steps

    String nonce() {
        return json(Paths.NONCE, "", "application/json", Map.of()).get("c_nonce");
    }

    /// Asks the token endpoint, with a nonce of its own.
    Answer token(Map<String, String> form) {
        if (dpopNonce.isEmpty()) nonce();
        return form(Paths.TOKEN, form, dpop("POST", Paths.TOKEN, null));
    }

    public Answer redeemOffer(String code, String pin) {
        var form = new LinkedHashMap<String, String>();
        form.put("grant_type", Tokens.PRE_AUTHORIZED);
        form.put("pre-authorized_code", code);
        if (pin != null) form.put("tx_code", pin);
        return token(form);
    }

    Answer refresh(String refreshToken) {
        return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
    }

    /// Asks with a token at one of the issuer's endpoints.
    Answer ask(String path, String token, Object body) {
        return ask(path, token, JSON.writeValueAsString(body), "application/json");
    }

    Answer ask(String path, String token, String body, String type) {
        return json(path, body, type, Map.of("Authorization", "DPoP " + token, "DPoP", dpop("POST", path, token)));
    }

    public Answer credential(String token, String configuration, List<ECKey> keys) {
        return ask(Paths.CREDENTIAL, token, request(configuration, keys));
    }

    Map<String, Object> request(String configuration, List<ECKey> keys) {
        var nonce = nonce();
        var proofs = keys.stream().map(key -> proof(key, nonce)).toList();
        return Map.of("credential_configuration_id", configuration, "proofs", Map.of("jwt", proofs));
    }

    static List<String> credentials(Answer answer) {
        var all = new ArrayList<String>();
        answer.body()
                .path("credentials")
                .forEach(each -> all.add(each.path("credential").asString("")));
        return all;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
