package org.kith.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import tools.jackson.databind.JsonNode;

/// One wallet with keys and a connection of its own, and every step it takes to copies of a card (OpenID4VCI 1.0). It
/// proves the same keys each time: what making keys costs is the telephone's matter.
final class Wallet {
    static final String PRE_AUTHORIZED = "urn:ietf:params:oauth:grant-type:pre-authorized_code";

    private static final Pattern AGREE = Pattern.compile("action=\"(/wallet/consent/[0-9a-f-]{36}/agree)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final HttpClient http;
    private final String origin;
    private final Clock clock;
    private final Timings timings;
    private final WalletKey instance = WalletKey.fresh();
    private final WalletKey dpop = WalletKey.fresh();
    private final List<WalletKey> keys = new ArrayList<>();
    private final String attestation;
    private String dpopNonce = "";

    /// @param clock of the server
    /// @param most  keys that it proves at once
    Wallet(String origin, SSLContext trusted, Clock clock, WalletMaker maker, int most, Timings timings)
            throws GeneralSecurityException, IOException, InterruptedException, Malformed {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(trusted)
                .build();
        this.origin = origin;
        this.clock = clock;
        this.timings = timings;
        this.attestation = maker.attestation(instance.key(), clock.instant());
        for (var i = 0; i < most; i++) keys.add(WalletKey.fresh());
        nonce();
    }

    /// Without a word of who made it.
    void byOffer(String code, String pin, String configuration, int batch)
            throws IOException, InterruptedException, Malformed {
        var form = Map.of("grant_type", PRE_AUTHORIZED, "pre-authorized_code", code, "tx_code", pin);
        credentials(token(form, Map.of()), configuration, batch);
    }

    /// With its maker's word, and the browser of a holder who is signed in and says yes.
    void byCode(Browser holder, String configuration, int batch)
            throws IOException, InterruptedException, Malformed, GeneralSecurityException {
        var verifier = UUID.randomUUID() + "-" + UUID.randomUUID();
        var form = new LinkedHashMap<String, String>();
        form.put("client_id", WalletMaker.CLIENT);
        form.put("response_type", "code");
        form.put("redirect_uri", WalletMaker.REDIRECT);
        form.put("scope", configuration);
        form.put("code_challenge", hash(verifier));
        form.put("code_challenge_method", "S256");
        var pushed = form("/wallet/par", form, attested());
        var page = holder.get("/wallet/authorize?client_id=" + WalletMaker.CLIENT + "&request_uri="
                + encoded(pushed.path("request_uri").asString()));
        var back = holder.sentTo(found(AGREE, page), Map.of());

        var redemption = Map.of(
                "grant_type",
                "authorization_code",
                "code",
                found(CODE, back),
                "code_verifier",
                verifier,
                "redirect_uri",
                WalletMaker.REDIRECT);
        credentials(token(redemption, attested()), configuration, batch);
    }

    /// The least that the server answers to a wallet.
    String nonce() throws IOException, InterruptedException, Malformed {
        return send("/wallet/nonce", "application/json", "", Map.of())
                .path("c_nonce")
                .asString();
    }

    private String token(Map<String, String> form, Map<String, String> headers)
            throws IOException, InterruptedException, Malformed {
        var all = new LinkedHashMap<>(headers);
        all.put("DPoP", dpop("/wallet/token", Map.of()));
        return form("/wallet/token", form, all).path("access_token").asString();
    }

    private void credentials(String token, String configuration, int batch)
            throws IOException, InterruptedException, Malformed {
        var claims = Map.of("aud", origin, "iat", clock.instant().getEpochSecond(), "nonce", nonce());
        var proofs = keys.stream()
                .limit(batch)
                .map(key -> key.proof("openid4vci-proof+jwt", claims))
                .toList();
        var request = Map.of("credential_configuration_id", configuration, "proofs", Map.of("jwt", proofs));
        var headers = Map.of(
                "Authorization", "DPoP " + token, "DPoP", dpop("/wallet/credential", Map.of("ath", hash(token))));
        var answer = send("/wallet/credential", "application/json", new String(Json.write(request), UTF_8), headers);
        if (answer.path("credentials").size() != batch) throw new IllegalStateException("other copies came: " + answer);
    }

    private String dpop(String path, Map<String, String> more) {
        var claims = new LinkedHashMap<String, Object>(more);
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("htm", "POST");
        claims.put("htu", origin + path);
        claims.put("iat", clock.instant().getEpochSecond());
        claims.put("nonce", dpopNonce);
        return dpop.proof("dpop+jwt", claims);
    }

    private Map<String, String> attested() {
        var claims = Map.of(
                "iss",
                WalletMaker.CLIENT,
                "aud",
                origin + "/wallet",
                "jti",
                UUID.randomUUID().toString(),
                "iat",
                clock.instant().getEpochSecond());
        return Map.of(
                "OAuth-Client-Attestation",
                attestation,
                "OAuth-Client-Attestation-PoP",
                instance.jwt("oauth-client-attestation-pop+jwt", claims));
    }

    private JsonNode form(String path, Map<String, String> form, Map<String, String> headers)
            throws IOException, InterruptedException, Malformed {
        var body = form.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return send(path, "application/x-www-form-urlencoded", body, headers);
    }

    private JsonNode send(String path, String type, String body, Map<String, String> headers)
            throws IOException, InterruptedException, Malformed {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        var begun = System.nanoTime();
        var answer = http.send(request.build(), BodyHandlers.ofByteArray());
        timings.add("POST " + path, System.nanoTime() - begun);
        answer.headers().firstValue("DPoP-Nonce").ifPresent(nonce -> dpopNonce = nonce);
        if (answer.statusCode() / 100 == 2) return Json.object(answer.body());

        throw new IllegalStateException(
                path + " answered " + answer.statusCode() + " " + new String(answer.body(), UTF_8));
    }

    private static String hash(String text) {
        try {
            return Base64Url.write(OfficersKey.sha256(text.getBytes(US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    private static String found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        if (found.find()) return found.group(1);

        throw new IllegalStateException("not there: " + pattern + "\n" + Browser.words(text));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
