package org.kith.credential.sdjwt;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kith.credential.sdjwt.SomeCard.AUDIENCE;
import static org.kith.credential.sdjwt.SomeCard.BOUND;
import static org.kith.credential.sdjwt.SomeCard.HOLDER;
import static org.kith.credential.sdjwt.SomeCard.NONCE;
import static org.kith.credential.sdjwt.SomeCard.NOW;
import static org.kith.credential.sdjwt.SomeCard.UNBOUND;
import static org.kith.credential.sdjwt.SomeCard.digest;
import static org.kith.credential.sdjwt.SomeCard.disclosure;
import static org.kith.credential.sdjwt.SomeCard.payload;
import static org.kith.credential.sdjwt.SomeCard.signed;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.sdjwt.SdJwtRefused.Reason;
import org.kith.credential.signing.SomeKey;

/// Every way a presentation can lie. What other verifiers were seen to let pass is among them.
class RefusedSdJwtTest {
    private static final String NAME = disclosure("salt-salt-salt-salt-sa", "given_name", "Maria");
    private static final String OTHER = disclosure("salt-salt-salt-salt-sb", "given_name", "Marta");

    @Test
    void a_broken_issuer_signature() {
        var card = SomeCard.issued();
        var at = card.indexOf('~') - 20;

        assertThat(refusal(changed(card, at), UNBOUND)).isEqualTo(Reason.NOT_GENUINE);
    }

    @Test
    void a_claim_altered_after_signing() {
        var honest = signed(payload("role", "reader"));
        var lying = signed(payload("role", "keeper"));
        var grafted = lying.substring(0, lying.lastIndexOf('.')) + honest.substring(honest.lastIndexOf('.'));

        assertThat(refusal(grafted, UNBOUND)).isEqualTo(Reason.NOT_GENUINE);
    }

    @Test
    void a_disclosure_replaced() {
        assertThat(refusal(signed(payload("_sd", List.of(digest(NAME))), OTHER), UNBOUND))
                .isEqualTo(Reason.UNSIGNED_DISCLOSURE);
    }

    @Test
    void an_extra_disclosure_without_a_digest() {
        var extra = disclosure("salt-salt-salt-salt-sc", "is_king", true);

        assertThat(refusal(signed(payload("_sd", List.of(digest(NAME))), NAME, extra), UNBOUND))
                .isEqualTo(Reason.UNSIGNED_DISCLOSURE);
    }

    @Test
    void a_disclosure_within_a_withheld_one() {
        var inner = disclosure("salt-salt-salt-salt-sd", "locality", "Amaurot");
        var outer = disclosure("salt-salt-salt-salt-se", "address", Map.of("_sd", List.of(digest(inner))));

        assertThat(refusal(signed(payload("_sd", List.of(digest(outer))), inner), UNBOUND))
                .isEqualTo(Reason.UNSIGNED_DISCLOSURE);
    }

    @Test
    void the_same_disclosure_twice() {
        assertThat(refusal(signed(payload("_sd", List.of(digest(NAME))), NAME, NAME), UNBOUND))
                .isEqualTo(Reason.DISCLOSURE_TWICE);
    }

    @Test
    void the_same_digest_twice() {
        var twice = List.of(digest(NAME), digest(NAME));
        var decoy = digest("decoy");

        assertThat(refusal(signed(payload("_sd", twice), NAME), UNBOUND)).isEqualTo(Reason.DIGEST_TWICE);
        assertThat(refusal(signed(payload("_sd", twice)), UNBOUND)).isEqualTo(Reason.DIGEST_TWICE);
        assertThat(refusal(signed(payload("_sd", List.of(decoy), "list", List.of(Map.of("...", decoy)))), UNBOUND))
                .isEqualTo(Reason.DIGEST_TWICE);
    }

    @Test
    void a_digest_twice_across_a_disclosure() {
        var outer = disclosure("salt-salt-salt-salt-se", "a", Map.of("_sd", List.of(digest(NAME))));

        assertThat(refusal(signed(payload("_sd", List.of(digest(outer), digest(NAME))), outer, NAME), UNBOUND))
                .isEqualTo(Reason.DIGEST_TWICE);
    }

    @Test
    void a_disclosed_name_equal_to_a_plain_claim() {
        assertThat(refusal(signed(payload("given_name", "Eve", "_sd", List.of(digest(NAME))), NAME), UNBOUND))
                .isEqualTo(Reason.CLAIM_TWICE);
    }

    @Test
    void two_disclosures_of_one_name() {
        assertThat(refusal(signed(payload("_sd", List.of(digest(NAME), digest(OTHER))), NAME, OTHER), UNBOUND))
                .isEqualTo(Reason.CLAIM_TWICE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"_sd", "..."})
    void a_disclosed_claim_with_a_reserved_name(String name) {
        var reserved = disclosure("salt-salt-salt-salt-sf", name, List.of());

        assertThat(refusal(signed(payload("_sd", List.of(digest(reserved))), reserved), UNBOUND))
                .isEqualTo(Reason.RESERVED_NAME);
    }

    @Test
    void an_ellipsis_where_no_array_is() {
        assertThat(refusal(signed(payload("a", Map.of("...", "x"))), UNBOUND)).isEqualTo(Reason.RESERVED_NAME);
        assertThat(refusal(signed(payload("a", List.of(Map.of("...", digest(NAME), "b", 1)))), UNBOUND))
                .isEqualTo(Reason.RESERVED_NAME);
    }

    @Test
    void a_disclosure_of_the_wrong_kind() {
        var element = disclosure("salt-salt-salt-salt-sg", "UTO");

        assertThat(refusal(signed(payload("_sd", List.of(digest(element))), element), UNBOUND))
                .isEqualTo(Reason.WRONG_DISCLOSURE);
        assertThat(refusal(signed(payload("list", List.of(Map.of("...", digest(NAME)))), NAME), UNBOUND))
                .isEqualTo(Reason.WRONG_DISCLOSURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "exp", "nbf", "cnf", "vct", "status", "vct#integrity", "_sd_alg"})
    void a_claim_that_must_not_be_withheld(String name) {
        var hidden = disclosure("salt-salt-salt-salt-sh", name, "x");
        var payload = payload("_sd", List.of(digest(hidden)));

        assertThat(refusal(signed(payload, hidden), UNBOUND)).isEqualTo(Reason.CLAIM_NOT_TO_BE_HIDDEN);
    }

    @Test
    void expired() {
        assertThat(refusalAt(NOW.plus(Duration.ofDays(365)), SomeCard.issued())).isEqualTo(Reason.EXPIRED);
        assertThat(refusal(signed(payload("exp", NOW.getEpochSecond())), UNBOUND))
                .isEqualTo(Reason.EXPIRED);
    }

    @Test
    void not_yet_valid() {
        assertThat(refusal(signed(payload("nbf", NOW.getEpochSecond() + 61)), UNBOUND))
                .isEqualTo(Reason.NOT_YET_VALID);
        assertThat(refusal(signed(payload("iat", NOW.getEpochSecond() + 61)), UNBOUND))
                .isEqualTo(Reason.NOT_YET_VALID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exp", "nbf", "iat"})
    void a_time_that_is_none(String name) {
        var payload = payload();
        payload.put(name, null);

        assertThat(refusal(signed(payload(name, "2099-01-01")), UNBOUND)).isEqualTo(Reason.WRONG_CLAIM);
        assertThat(refusal(signed(payload(name, -1)), UNBOUND)).isEqualTo(Reason.WRONG_CLAIM);
        assertThat(refusal(signed(payload), UNBOUND)).isEqualTo(Reason.WRONG_CLAIM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"JWT", "vc+sd-jwt", "kb+jwt", "statuslist+jwt", "DC+SD-JWT", ""})
    void a_token_of_another_type(String typ) {
        assertThat(refusal(signed(payload(), header -> with(header, "typ", typ)), UNBOUND))
                .isEqualTo(Reason.WRONG_TYPE);
    }

    @Test
    void no_type_at_all() {
        UnaryOperator<Map<String, Object>> without = header -> {
            header.remove("typ");
            return header;
        };

        assertThat(refusal(signed(payload(), without), UNBOUND)).isEqualTo(Reason.WRONG_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "HS256", "RS256", "ES384", "es256", ""})
    void another_algorithm(String alg) {
        assertThat(refusal(signed(payload(), header -> with(header, "alg", alg)), UNBOUND))
                .isEqualTo(Reason.WRONG_ALGORITHM);
    }

    @Test
    void no_signature_at_all() {
        var jwt = signed(payload());

        assertThat(refusal(jwt.substring(0, jwt.lastIndexOf('.') + 1) + "~", UNBOUND))
                .isEqualTo(Reason.NOT_GENUINE);
    }

    @Test
    void an_extension_that_is_not_known() {
        assertThat(refusal(signed(payload(), header -> with(header, "crit", List.of("b64"))), UNBOUND))
                .isEqualTo(Reason.UNKNOWN_EXTENSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha-512", "sha-384", "sha-1", "md5", "SHA-256"})
    void another_hash_algorithm(String algorithm) {
        assertThat(refusal(signed(payload("_sd_alg", algorithm)), UNBOUND)).isEqualTo(Reason.WRONG_HASH_ALGORITHM);
    }

    @Test
    void an_issuer_or_key_that_is_not_known() {
        assertThat(refusal(signed(payload("iss", "https://evil.example")), UNBOUND))
                .isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(refusal(signed(payload(), header -> with(header, "kid", "other")), UNBOUND))
                .isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(refusal(signed(payload(), header -> with(header, "kid", 1)), UNBOUND))
                .isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void a_key_brought_along_by_the_credential() {
        var stranger = SomeKey.fresh();
        var header = new LinkedHashMap<String, Object>();
        header.put("alg", "ES256");
        header.put("typ", "dc+sd-jwt");
        header.put("jwk", stranger.jwk().toMap());

        assertThat(refusal(SomeCard.jwt(header, payload(), stranger) + "~", UNBOUND))
                .isEqualTo(Reason.NOT_GENUINE);
    }

    @Test
    void a_credential_without_a_type_of_its_own() {
        var payload = payload();
        payload.remove("vct");

        assertThat(refusal(signed(payload), UNBOUND)).isEqualTo(Reason.WRONG_CLAIM);
    }

    @Test
    void a_status_that_cannot_be_read() {
        assertThat(refusal(signed(payload("status", Map.of())), UNBOUND)).isEqualTo(Reason.WRONG_CLAIM);
        assertThat(refusal(signed(payload("status", Map.of("other_way", Map.of()))), UNBOUND))
                .isEqualTo(Reason.WRONG_CLAIM);
        assertThat(refusal(
                        signed(payload("status", Map.of("status_list", Map.of("idx", -1, "uri", "https://x.example")))),
                        UNBOUND))
                .isEqualTo(Reason.WRONG_CLAIM);
    }

    @Test
    void key_binding_missing() throws SdJwtRefused {
        var unbound = HeldSdJwt.parse(SomeCard.issued()).present(List.of());

        assertThat(refusal(unbound, BOUND)).isEqualTo(Reason.KEY_BINDING_MISSING);
    }

    @Test
    void key_binding_nobody_asked_for() throws SdJwtRefused {
        assertThat(refusal(SomeCard.presented(), UNBOUND)).isEqualTo(Reason.KEY_BINDING_UNEXPECTED);
    }

    @Test
    void key_binding_by_another_key() throws SdJwtRefused {
        var thief = SomeKey.fresh().signer();
        var stolen = HeldSdJwt.parse(SomeCard.issued()).present(List.of(), NONCE, AUDIENCE, NOW, thief);

        assertThat(refusal(stolen, BOUND)).isEqualTo(Reason.KEY_BINDING_NOT_GENUINE);
    }

    @Test
    void key_binding_of_a_credential_that_names_no_key() {
        var binding = kb(Map.of());

        assertThat(refusal(signed(payload()) + binding, BOUND)).isEqualTo(Reason.HOLDER_KEY_MISSING);
        assertThat(refusal(signed(payload("cnf", Map.of("jwk", Map.of("kty", "RSA")))) + binding, BOUND))
                .isEqualTo(Reason.HOLDER_KEY_MISSING);
    }

    @Test
    void wrong_nonce() throws SdJwtRefused {
        assertThat(refusal(SomeCard.presented(), new KeyBinding.Expected("other", AUDIENCE, Duration.ofMinutes(5))))
                .isEqualTo(Reason.WRONG_NONCE);
    }

    @Test
    void wrong_audience() throws SdJwtRefused {
        assertThat(refusal(SomeCard.presented(), new KeyBinding.Expected(NONCE, "other", Duration.ofMinutes(5))))
                .isEqualTo(Reason.WRONG_AUDIENCE);
        assertThat(refusal(bound(Map.of("aud", List.of(AUDIENCE))), BOUND)).isEqualTo(Reason.WRONG_AUDIENCE);
    }

    @Test
    void wrong_sd_hash() {
        assertThat(refusal(bound(Map.of("sd_hash", digest("x"))), BOUND)).isEqualTo(Reason.WRONG_PRESENTATION);
    }

    @Test
    void a_disclosure_dropped_behind_the_holders_back() throws SdJwtRefused {
        var parts = SomeCard.presented(ClaimPath.of("given_name")).split("~", -1);

        assertThat(refusal(parts[0] + "~" + parts[2], BOUND)).isEqualTo(Reason.WRONG_PRESENTATION);
    }

    @Test
    void key_binding_too_old_or_from_the_future() {
        assertThat(refusal(bound(Map.of("iat", NOW.getEpochSecond() - 301)), BOUND))
                .isEqualTo(Reason.KEY_BINDING_TOO_OLD);
        assertThat(refusal(bound(Map.of("iat", NOW.getEpochSecond() + 61)), BOUND))
                .isEqualTo(Reason.KEY_BINDING_IN_FUTURE);
        assertThat(refusal(bound(Map.of("iat", "now")), BOUND)).isEqualTo(Reason.KEY_BINDING_MALFORMED);
    }

    @Test
    void key_binding_of_another_form() {
        var card = cardWithHolder();
        var claims = kbClaims(card, Map.of());

        for (var header : List.of(
                Map.<String, Object>of("alg", "ES256", "typ", "JWT"),
                Map.<String, Object>of("alg", "none", "typ", "kb+jwt"),
                Map.<String, Object>of("alg", "ES256", "typ", "kb+jwt", "crit", List.of()))) {
            assertThat(refusal(card + SomeCard.jwt(header, claims, HOLDER), BOUND))
                    .isEqualTo(Reason.KEY_BINDING_MALFORMED);
        }
        assertThat(refusal(card + "kb", BOUND)).isEqualTo(Reason.KEY_BINDING_MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "~", "x", "=", "\u0000"})
    void garbage_at_the_end(String garbage) {
        assertThat(refusal(SomeCard.issued() + garbage, UNBOUND)).isIn(Reason.MALFORMED, Reason.KEY_BINDING_UNEXPECTED);
        assertThat(refusal(bound(Map.of()) + garbage, BOUND))
                .isIn(
                        Reason.MALFORMED,
                        Reason.KEY_BINDING_MALFORMED,
                        Reason.KEY_BINDING_NOT_GENUINE,
                        Reason.WRONG_PRESENTATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "~", "a", "a.b.c", "a.b.c~", "..~", "e30.e30.~", "é.é.é~", "e30=.e30.~", "e30.e30.e30.e30~"})
    void what_is_no_sd_jwt(String text) {
        assertThat(refusal(text, UNBOUND)).isIn(Reason.MALFORMED, Reason.WRONG_TYPE);
    }

    @Test
    void base64url_in_another_spelling() {
        var padded = signed(payload("_sd", List.of(digest(NAME + "=="))), NAME + "==");
        var card = SomeCard.issued();
        var end = card.indexOf('~') - 1;
        // The last letter of 64 bytes carries four spare bits.
        var next = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
                .charAt("AQgw".indexOf(card.charAt(end)) * 16 + 1);

        assertThat(refusal(padded, UNBOUND)).isEqualTo(Reason.MALFORMED);
        assertThat(refusal(card.substring(0, end) + next + card.substring(end + 1), UNBOUND))
                .isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"salt\"]",
                "[\"salt\",\"a\",\"b\",\"c\"]",
                "[1,\"a\",\"b\"]",
                "[\"salt\",1,\"b\"]",
                "{}",
                "\"salt\"",
                "[\"salt\",\"a\",1] x",
                "[\"salt\",\"a\",{\"b\":1,\"b\":2}]",
                "[\"salt\",\"a\",\"\\ud800\"]",
                "[\"salt\",\"a\",01]",
                "[\"salt\",\"a\",1e9999]"
            })
    void a_disclosure_that_is_none(String json) {
        var disclosure = Base64Url.write(json.getBytes(UTF_8));

        assertThat(refusal(signed(payload("_sd", List.of(digest(disclosure))), disclosure), UNBOUND))
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void digests_that_are_none() {
        assertThat(refusal(signed(payload("_sd", "x")), UNBOUND)).isEqualTo(Reason.MALFORMED);
        assertThat(refusal(signed(payload("_sd", List.of(1))), UNBOUND)).isEqualTo(Reason.MALFORMED);
        assertThat(refusal(signed(payload("list", List.of(Map.of("...", 1)))), UNBOUND))
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void a_flood() {
        assertThat(refusal("a".repeat(PresentedSdJwt.LONGEST + 1), UNBOUND)).isEqualTo(Reason.MALFORMED);
        assertThat(refusal("~".repeat(5000), UNBOUND)).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void a_pit() {
        Object deep = 1;
        for (var i = 0; i < 200; i++) {
            deep = List.of(deep);
        }
        assertThat(refusal(signed(payload("deep", deep)), UNBOUND)).isEqualTo(Reason.MALFORMED);

        var disclosures = new String[300];
        var digest = List.of(digest(NAME));
        for (var i = 0; i < disclosures.length; i++) {
            disclosures[i] = disclosure("salt-salt-salt-salt-" + i, "down", Map.of("_sd", digest));
            digest = List.of(digest(disclosures[i]));
        }
        assertThat(refusal(signed(payload("_sd", digest), disclosures), UNBOUND))
                .isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_one_letter_changed(long seed) throws SdJwtRefused {
        var random = new SplittableRandom(seed);
        var card = SomeCard.presented(ClaimPath.of("given_name"), ClaimPath.of("nationalities", 0));
        var at = random.nextInt(card.length());
        var letter = "ABCXYZabcxyz019-_.~={ \u00e9".charAt(random.nextInt(22));
        var changed = card.substring(0, at) + letter + card.substring(at + 1);

        if (!changed.equals(card)) refusal(changed, BOUND);
    }

    static LongStream seeds() {
        return LongStream.range(0, 400);
    }

    @Test
    void no_refusal_repeats_what_the_credential_says() {
        var refused = refused(signed(payload("given_name", "Eve", "_sd", List.of(digest(NAME))), NAME), UNBOUND, NOW);

        assertThat(refused).hasMessageNotContainingAny("Eve", "Maria", "given_name");
    }

    private static String cardWithHolder() {
        return signed(payload("cnf", Map.of("jwk", HOLDER.jwk().toMap())));
    }

    private static String bound(Map<String, Object> instead) {
        var card = cardWithHolder();
        return card + SomeCard.jwt(Map.of("alg", "ES256", "typ", "kb+jwt"), kbClaims(card, instead), HOLDER);
    }

    private static String kb(Map<String, Object> instead) {
        return SomeCard.jwt(Map.of("alg", "ES256", "typ", "kb+jwt"), kbClaims("", instead), HOLDER);
    }

    private static Map<String, Object> kbClaims(String presentation, Map<String, Object> instead) {
        var claims = new LinkedHashMap<String, Object>();
        claims.put("nonce", NONCE);
        claims.put("aud", AUDIENCE);
        claims.put("iat", NOW.getEpochSecond());
        claims.put("sd_hash", digest(presentation));
        claims.putAll(instead);
        return claims;
    }

    private static Map<String, Object> with(Map<String, Object> header, String name, Object value) {
        header.put(name, value);
        return Collections.unmodifiableMap(header);
    }

    private static String changed(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    private static Reason refusal(String compact, KeyBinding binding) {
        return refused(compact, binding, NOW).reason();
    }

    private static Reason refusalAt(Instant now, String compact) {
        return refused(compact, UNBOUND, now).reason();
    }

    private static SdJwtRefused refused(String compact, KeyBinding binding, Instant now) {
        var refused = catchThrowableOfType(
                SdJwtRefused.class, () -> SomeCard.verifierAt(now).verify(PresentedSdJwt.parse(compact), binding));
        assertThat(refused).as("was let pass").isNotNull();
        return refused;
    }
}
