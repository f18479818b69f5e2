package org.kith.credential.sdjwt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.PlainJson;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.status.StatusReference;

/// A card of a person who does not exist, its keys, and ways to tamper with it.
final class SomeCard {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final String ISSUER_URI = "https://card.utopia.example";
    static final String NONCE = "n-0S6_WzA2Mj";
    static final String AUDIENCE = "https://library.utopia.example";
    static final SomeKey ISSUER = SomeKey.fresh();
    static final SomeKey HOLDER = SomeKey.fresh();
    static final KeyBinding.Expected BOUND = new KeyBinding.Expected(NONCE, AUDIENCE, Duration.ofMinutes(5));
    static final KeyBinding UNBOUND = new KeyBinding.None();

    private SomeCard() {}

    static Map<String, @Nullable Object> claims() {
        var claims = new LinkedHashMap<String, @Nullable Object>();
        claims.put("given_name", "Мария");
        claims.put("family_name", "al-Fārisī");
        claims.put("birthdate", "1984-02-29");
        claims.put("address", Map.of("locality", "Amaurot", "country", "UTO"));
        claims.put("nationalities", List.of("UTO", "ARC"));
        claims.put("age_equal_or_over", Map.of("18", true, "65", false));
        return claims;
    }

    static final Set<ClaimPath> DISCLOSABLE = Set.of(
            ClaimPath.of("given_name"),
            ClaimPath.of("family_name"),
            ClaimPath.of("birthdate"),
            ClaimPath.of("address"),
            ClaimPath.of("address", "locality"),
            ClaimPath.of("nationalities", ClaimPath.EACH),
            ClaimPath.of("age_equal_or_over", "18"),
            ClaimPath.of("age_equal_or_over", "65"));

    static SdJwtContent content() {
        return new SdJwtContent(
                ISSUER_URI,
                "urn:utopia:card:1",
                NOW.minusSeconds(3600),
                NOW.minusSeconds(3600),
                NOW.plus(Duration.ofDays(365)),
                HOLDER.jwk(),
                new StatusReference(ISSUER_URI + "/status/7", 4711),
                claims(),
                DISCLOSABLE,
                0);
    }

    static String issued() {
        return new SdJwtIssuer(ISSUER.signer(), new SecureRandom()).issue(content());
    }

    static SdJwtVerifier verifier() {
        return verifierAt(NOW);
    }

    static SdJwtVerifier verifierAt(Instant now) {
        return SdJwtVerifier.ofCredentials(
                IssuerKeys.of(ISSUER_URI, Map.of(ISSUER.jwk().thumbprint(), ISSUER.jwk())),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    static String presented(ClaimPath... shown) throws SdJwtRefused {
        return HeldSdJwt.parse(issued()).present(List.of(shown), NONCE, AUDIENCE, NOW, HOLDER.signer());
    }

    /// A payload the issuer's own code would not make, signed by the issuer.
    static String signed(Map<String, @Nullable Object> payload, String... disclosures) {
        return signed(payload, UnaryOperator.identity(), disclosures);
    }

    static String signed(
            Map<String, @Nullable Object> payload,
            UnaryOperator<Map<String, @Nullable Object>> header,
            String... disclosures) {
        var plain = new LinkedHashMap<String, @Nullable Object>();
        plain.put("alg", "ES256");
        plain.put("typ", "dc+sd-jwt");
        return jwt(header.apply(plain), payload, ISSUER) + "~"
                + String.join("", Arrays.stream(disclosures).map(d -> d + "~").toList());
    }

    static String jwt(Map<String, @Nullable Object> header, Map<String, @Nullable Object> payload, SomeKey key) {
        var input = Base64Url.write(PlainJson.write(header)) + "." + Base64Url.write(PlainJson.write(payload));
        return input + "." + Base64Url.write(key.signer().sign(input.getBytes(UTF_8)));
    }

    /// The least a credential says, and more.
    static Map<String, @Nullable Object> payload(Object... more) {
        var payload = new LinkedHashMap<String, @Nullable Object>();
        payload.put("iss", ISSUER_URI);
        payload.put("vct", "urn:utopia:card:1");
        for (var i = 0; i < more.length; i += 2) {
            payload.put((String) more[i], more[i + 1]);
        }
        return payload;
    }

    static String disclosure(@Nullable Object... parts) {
        var list = new ArrayList<@Nullable Object>(Arrays.asList(parts));
        return Base64Url.write(PlainJson.write(list));
    }

    static String digest(String disclosure) {
        return new Sha256().of(disclosure.getBytes(UTF_8), 0, disclosure.length());
    }
}
