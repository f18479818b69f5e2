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
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import org.kith.server.site.BaseUrl;
import tools.jackson.databind.JsonNode;

/// A wallet that nobody vouches for, as somebody might write one who has read OpenID4VCI.
final class AnyWallet {
    private static final String PRE_AUTHORIZED = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

    private final HttpClient client = HttpClient.newHttpClient();
    private final BaseUrl base;
    private final Clock clock;
    private final ECKey key = freshKey();
    private String nonce = "";
    private String token = "";
    private String refresh = "";

    AnyWallet(BaseUrl base, Clock clock) {
        this.base = base;
        this.clock = clock;
    }

    /// What came, with its status.
    record Answer(int status, JsonNode body) {
        String error() {
            return body.path("error").asString("");
        }
    }

    String thumbprint() throws JOSEException {
        return key.computeThumbprint().toString();
    }

    String refreshToken() {
        return refresh;
    }

    /// What an offer's link says.
    static JsonNode offer(String link) throws Malformed {
        var text = URLDecoder.decode(link.substring(link.indexOf('=') + 1), StandardCharsets.UTF_8);
        return Json.object(text.getBytes(StandardCharsets.UTF_8));
    }

    static String code(JsonNode offer) {
        return offer.path("grants")
                .path(PRE_AUTHORIZED)
                .path("pre-authorized_code")
                .asString();
    }

    Answer redeem(String code, String pin) throws Exception {
        return tokens(Map.of("grant_type", PRE_AUTHORIZED, "pre-authorized_code", code, "tx_code", pin));
    }

    Answer comesAgain() throws Exception {
        return tokens(Map.of("grant_type", "refresh_token", "refresh_token", refresh));
    }

    /// A copy in the format of SD-JWT.
    Answer fetches() throws Exception {
        var bound = freshKey();
        var number = post("/wallet/nonce", BodyPublishers.noBody(), Map.of());
        var claims = new JWTClaimsSet.Builder()
                .audience(base.link(""))
                .issueTime(Date.from(clock.instant()))
                .claim("nonce", json(number).path("c_nonce").asString())
                .build();
        var body = Map.of(
                "credential_configuration_id",
                "card-sd-jwt",
                "proofs",
                Map.of("jwt", List.of(signed(bound, "openid4vci-proof+jwt", claims))));
        return ask(
                "/wallet/credential", new String(Json.write(body), StandardCharsets.UTF_8), "application/json", token);
    }

    /// What our own asks for beside its copies.
    Answer asksForTheCode() throws Exception {
        return ask("/wallet/code", "", "text/plain", token);
    }

    private Answer tokens(Map<String, String> form) throws Exception {
        var body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var answer = ask("/wallet/token", body, "application/x-www-form-urlencoded", "");
        if (answer.status() == 200) {
            token = answer.body().path("access_token").asString();
            refresh = answer.body().path("refresh_token").asString(refresh);
        }
        return answer;
    }

    private Answer ask(String path, String body, String type, String with) throws Exception {
        var first = send(path, body, type, with);
        return first.error().equals("use_dpop_nonce") ? send(path, body, type, with) : first;
    }

    private Answer send(String path, String body, String type, String with) throws Exception {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", type);
        headers.put("DPoP", proof(path, with));
        if (!with.isEmpty()) headers.put("Authorization", "DPoP " + with);
        var answer = post(path, BodyPublishers.ofString(body), headers);
        nonce = answer.headers().firstValue("DPoP-Nonce").orElse(nonce);
        return new Answer(answer.statusCode(), json(answer));
    }

    private HttpResponse<byte[]> post(String path, HttpRequest.BodyPublisher body, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base.link(path))).POST(body);
        headers.forEach(request::header);
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private String proof(String path, String with) throws Exception {
        var claims = new JWTClaimsSet.Builder()
                .jwtID(UUID.randomUUID().toString())
                .claim("htm", "POST")
                .claim("htu", base.link(path))
                .issueTime(Date.from(clock.instant()));
        if (!nonce.isEmpty()) claims.claim("nonce", nonce);
        if (!with.isEmpty()) {
            var hash = MessageDigest.getInstance("SHA-256").digest(with.getBytes(StandardCharsets.US_ASCII));
            claims.claim("ath", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        }
        return signed(key, "dpop+jwt", claims.build());
    }

    private static String signed(ECKey key, String typ, JWTClaimsSet claims) throws JOSEException {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(typ))
                .jwk(key.toPublicJWK())
                .build();
        var jwt = new SignedJWT(header, claims);
        jwt.sign(new ECDSASigner(key));
        return jwt.serialize();
    }

    private static JsonNode json(HttpResponse<byte[]> answer) throws Malformed {
        return Json.object(answer.body());
    }

    private static ECKey freshKey() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
