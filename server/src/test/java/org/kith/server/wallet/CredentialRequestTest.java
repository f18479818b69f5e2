package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kith.server.SomeCard.Holder;
import org.kith.server.wallet.TestWallet.Answer;

/// What the credential endpoint refuses, with which error (OpenID4VCI 8.3.1; RFC 6750 3.1; RFC 9449 7.1).
class CredentialRequestTest extends WalletTest {
    private static Holder holder;

    private final ECKey key = TestWallet.key();
    private String token;

    @BeforeEach
    void a_wallet_holds_a_token() {
        if (holder == null) holder = holder();
        token = token(holder);
    }

    @Test
    void one_token_serves_many_requests() {
        for (var i = 0; i < 3; i++)
            assertThat(wallet.credential(token, "card-sd-jwt", List.of(key)).status())
                    .isEqualTo(200);
    }

    @Test
    void members_that_nobody_knows_are_ignored() {
        var request = new HashMap<>(wallet.request("card-sd-jwt", List.of(key)));
        request.put("colour", "blue");

        assertThat(wallet.ask(Paths.CREDENTIAL, token, request).status()).isEqualTo(200);
    }

    // which credential

    @Test
    void an_unknown_configuration_is_found_before_a_bad_proof() {
        refused(Map.of("credential_configuration_id", "passport"), "unknown_credential_configuration");
    }

    @Test
    void an_identifier_is_unknown_where_none_was_given_out() {
        var request = new HashMap<>(wallet.request("card-sd-jwt", List.of(key)));
        request.remove("credential_configuration_id");
        request.put("credential_identifier", "card-sd-jwt");

        refused(request, "unknown_credential_identifier");
    }

    @Test
    void a_request_names_one_credential_in_one_way() {
        refused(Map.of(), "invalid_credential_request");
        refused(
                Map.of("credential_configuration_id", "card-sd-jwt", "credential_identifier", "card-sd-jwt"),
                "invalid_credential_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{", "\"x\"", "{\"a\":", "\u0000"})
    void what_is_not_a_json_object_is_refused(String body) {
        var answer = wallet.ask(Paths.CREDENTIAL, token, body, "application/json");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.error()).isEqualTo("invalid_credential_request");
    }

    @Test
    void what_is_too_long_is_not_read_to_its_end() {
        var answer = wallet.ask(Paths.CREDENTIAL, token, "{\"a\":\"" + "x".repeat(600_000) + "\"}", "application/json");

        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void what_is_nested_without_end_is_refused() {
        var answer = wallet.ask(Paths.CREDENTIAL, token, "{\"a\":" + "[".repeat(50_000), "application/json");

        assertThat(answer.status()).isEqualTo(400);
    }

    // proofs

    @Test
    void a_proof_is_needed() {
        refused(Map.of("credential_configuration_id", "card-sd-jwt"), "invalid_proof");
        refused(Map.of("credential_configuration_id", "card-sd-jwt", "proofs", Map.of()), "invalid_proof");
        refused(proofs(Map.of("jwt", List.of())), "invalid_proof");
        refused(proofs(Map.of("jwt", "x")), "invalid_proof");
        refused(proofs(Map.of("jwt", List.of(7))), "invalid_proof");
        refused(proofs(Map.of("di_vp", List.of(Map.of()))), "invalid_proof");
    }

    @Test
    void the_proof_of_drafts_is_not_known() {
        var request = new HashMap<String, Object>();
        request.put("credential_configuration_id", "card-sd-jwt");
        request.put("proof", Map.of("proof_type", "jwt", "jwt", wallet.proof(key, wallet.nonce())));

        refused(request, "invalid_proof");
    }

    @ParameterizedTest
    @MethodSource("faultsOfAProof")
    void a_proof_that_is_wrong_is_refused(String what, Consumer<JWTClaimsSet.Builder> fault, String error) {
        refused(proofs(Map.of("jwt", List.of(wallet.proof(key, wallet.nonce(), fault)))), error);
    }

    static List<org.junit.jupiter.params.provider.Arguments> faultsOfAProof() {
        return List.of(
                fault("no audience", claims -> claims.audience((String) null), "invalid_proof"),
                fault("another audience", claims -> claims.audience("https://elsewhere.example"), "invalid_proof"),
                fault(
                        "a second audience",
                        claims -> claims.audience(
                                List.of(String.valueOf(claims.getClaims().get("aud")), "https://elsewhere.example")),
                        "invalid_proof"),
                fault("no iat", claims -> claims.issueTime(null), "invalid_proof"),
                fault(
                        "an old iat",
                        claims -> claims.issueTime(shifted(claims, Duration.ofMinutes(-20))),
                        "invalid_proof"),
                fault(
                        "an iat to come",
                        claims -> claims.issueTime(shifted(claims, Duration.ofMinutes(20))),
                        "invalid_proof"),
                fault(
                        "an exp that is over",
                        claims -> claims.expirationTime(shifted(claims, Duration.ofHours(-1))),
                        "invalid_proof"),
                fault("no nonce", claims -> claims.claim("nonce", null), "invalid_nonce"),
                fault("a nonce of nobody's", claims -> claims.claim("nonce", "n".repeat(54)), "invalid_nonce"),
                fault("a nonce that is no text", claims -> claims.claim("nonce", 7), "invalid_nonce"));
    }

    private static Date shifted(JWTClaimsSet.Builder claims, Duration by) {
        return Date.from(((Date) claims.getClaims().get("iat")).toInstant().plus(by));
    }

    private static org.junit.jupiter.params.provider.Arguments fault(
            String what, Consumer<JWTClaimsSet.Builder> fault, String error) {
        return org.junit.jupiter.params.provider.Arguments.of(what, fault, error);
    }

    @Test
    void a_proof_of_another_type_or_signed_by_another_key_is_refused() throws Exception {
        var nonce = wallet.nonce();
        var claims = new JWTClaimsSet.Builder()
                .audience(wallet.base())
                .issueTime(Date.from(wallet.now()))
                .claim("nonce", nonce)
                .build();
        var jwk = key.toPublicJWK();
        var right = TestWallet.header("openid4vci-proof+jwt");
        var faults = List.of(
                TestWallet.signed(key, TestWallet.header("JWT").jwk(jwk).build(), claims),
                TestWallet.signed(
                        key, new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(jwk).build(), claims),
                TestWallet.signed(TestWallet.key(), right.jwk(jwk).build(), claims),
                TestWallet.signed(
                        key,
                        TestWallet.header("openid4vci-proof+jwt")
                                .keyID("did:example:a#b")
                                .build(),
                        claims),
                TestWallet.signed(
                        key,
                        TestWallet.header("openid4vci-proof+jwt")
                                .jwk(jwk)
                                .criticalParams(java.util.Set.of("b64"))
                                .base64URLEncodePayload(true)
                                .build(),
                        claims),
                new com.nimbusds.jwt.PlainJWT(claims).serialize(),
                "not a jwt",
                "a.b.c");

        for (var each : faults) refused(proofs(Map.of("jwt", List.of(each))), "invalid_proof");
        // None of them used the nonce up.
        assertThat(wallet.ask(Paths.CREDENTIAL, token, proofs(Map.of("jwt", List.of(wallet.proof(key, nonce)))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_private_key_in_a_header_is_refused() {
        var header = "{\"alg\":\"ES256\",\"typ\":\"openid4vci-proof+jwt\",\"jwk\":" + key.toJSONString() + "}";
        var claims = "{\"aud\":\"" + wallet.base() + "\",\"iat\":"
                + wallet.now().getEpochSecond() + ",\"nonce\":\"" + wallet.nonce() + "\"}";

        refused(proofs(Map.of("jwt", List.of(bare(header) + "." + bare(claims) + ".AAAA"))), "invalid_proof");
    }

    @Test
    void a_key_on_another_curve_is_refused() throws Exception {
        var other = new com.nimbusds.jose.jwk.gen.ECKeyGenerator(com.nimbusds.jose.jwk.Curve.P_384).generate();
        var jwt = new com.nimbusds.jwt.SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES384)
                        .type(new com.nimbusds.jose.JOSEObjectType("openid4vci-proof+jwt"))
                        .jwk(other.toPublicJWK())
                        .build(),
                new JWTClaimsSet.Builder()
                        .audience(wallet.base())
                        .issueTime(Date.from(wallet.now()))
                        .claim("nonce", wallet.nonce())
                        .build());
        jwt.sign(new com.nimbusds.jose.crypto.ECDSASigner(other));

        refused(proofs(Map.of("jwt", List.of(jwt.serialize()))), "invalid_proof");
    }

    @Test
    void a_nonce_serves_one_request_and_five_minutes() {
        var nonce = wallet.nonce();
        var request = proofs(Map.of("jwt", List.of(wallet.proof(key, nonce))));
        assertThat(wallet.ask(Paths.CREDENTIAL, token, request).status()).isEqualTo(200);
        refused(request, "invalid_nonce");

        var old = wallet.nonce();
        clock.advanceBy(Duration.ofMinutes(6));
        wallet = new TestWallet(port, clock.instant());
        token = token(holder);
        refused(proofs(Map.of("jwt", List.of(wallet.proof(key, old)))), "invalid_nonce");
    }

    @Test
    void a_batch_is_as_large_as_said_with_other_keys_and_one_nonce() {
        var twenty = IntStream.range(0, 20).mapToObj(_ -> TestWallet.key()).toList();
        var answer = wallet.credential(token, "card-mdoc", twenty);
        assertThat(TestWallet.credentials(answer)).hasSize(20).doesNotHaveDuplicates();

        var more = IntStream.range(0, 21).mapToObj(_ -> TestWallet.key()).toList();
        assertThat(wallet.credential(token, "card-mdoc", more).error()).isEqualTo("invalid_proof");
        assertThat(wallet.credential(token, "card-mdoc", List.of(key, key)).error())
                .isEqualTo("invalid_proof");
        refused(
                proofs(Map.of(
                        "jwt",
                        List.of(wallet.proof(key, wallet.nonce()), wallet.proof(TestWallet.key(), wallet.nonce())))),
                "invalid_nonce");
    }

    // key attestations

    @Test
    void an_attestation_proves_all_its_keys() {
        var keys = List.of(TestWallet.key(), TestWallet.key(), TestWallet.key());
        var attestation = VouchedFor.keyAttestation(keys, wallet.nonce(), wallet.now(), _ -> {});

        var answer = wallet.ask(Paths.CREDENTIAL, token, proofs(Map.of("attestation", List.of(attestation))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(TestWallet.credentials(answer)).hasSize(3);
    }

    @Test
    void an_attestation_inside_a_proof_brings_copies_for_all_its_keys() {
        var keys = List.of(key, TestWallet.key());
        var nonce = wallet.nonce();

        var answer = wallet.ask(Paths.CREDENTIAL, token, proofs(Map.of("jwt", List.of(withAttestation(keys, nonce)))));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(TestWallet.credentials(answer)).hasSize(2);
    }

    @Test
    void an_attestation_for_another_key_is_refused() {
        refused(
                proofs(Map.of("jwt", List.of(withAttestation(List.of(TestWallet.key()), wallet.nonce())))),
                "invalid_proof");
    }

    @Test
    void an_attestation_by_nobody_trusted_that_is_over_or_without_keys_or_nonce_is_refused() {
        var keys = List.of(key);
        var past = Date.from(wallet.now().minus(Duration.ofHours(1)));
        refused(
                attested(VouchedFor.keyAttestation(
                        keys, wallet.nonce(), wallet.now(), claims -> claims.expirationTime(past))),
                "invalid_proof");
        refused(
                attested(VouchedFor.keyAttestation(
                        keys, wallet.nonce(), wallet.now(), claims -> claims.issueTime(null))),
                "invalid_proof");
        refused(
                attested(VouchedFor.keyAttestation(
                        keys, wallet.nonce(), wallet.now(), claims -> claims.claim("attested_keys", List.of()))),
                "invalid_proof");
        refused(
                attested(VouchedFor.keyAttestation(
                        keys,
                        wallet.nonce(),
                        wallet.now(),
                        claims -> claims.claim("attested_keys", List.of(key.toJSONObject())))),
                "invalid_proof");
        refused(attested(VouchedFor.keyAttestation(keys, null, wallet.now(), _ -> {})), "invalid_nonce");
        var stranger = TestWallet.signed(
                TestWallet.key(),
                TestWallet.header("key-attestation+jwt").build(),
                new JWTClaimsSet.Builder()
                        .issueTime(Date.from(wallet.now()))
                        .claim("nonce", wallet.nonce())
                        .claim("attested_keys", List.of(key.toPublicJWK().toJSONObject()))
                        .build());
        refused(attested(stranger), "invalid_proof");
    }

    // the token

    @Test
    void without_a_token_or_with_one_in_the_wrong_place_nothing_is_given() {
        var none = wallet.json(Paths.CREDENTIAL, "{}", "application/json", Map.of());
        assertThat(none.status()).isEqualTo(401);
        assertThat(none.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("DPoP");

        var asBearer = wallet.json(
                Paths.CREDENTIAL,
                "{}",
                "application/json",
                Map.of("Authorization", "Bearer " + token, "DPoP", wallet.dpop("POST", Paths.CREDENTIAL, token)));
        assertThat(asBearer.status()).isEqualTo(401);

        var inAddress = wallet.json(
                Paths.CREDENTIAL + "?access_token=" + token,
                "{}",
                "application/json",
                Map.of("DPoP", wallet.dpop("POST", Paths.CREDENTIAL, token)));
        assertThat(inAddress.status()).isEqualTo(401);
    }

    @Test
    void a_browsers_cookie_is_no_token() {
        var answer = holder.visitor().json(Paths.CREDENTIAL, "{}");

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void a_token_that_is_over_or_of_another_key_is_refused() {
        var request = wallet.request("card-sd-jwt", List.of(key));
        var thief = new TestWallet(port, clock.instant());
        thief.nonce();
        var stolen = thief.ask(Paths.CREDENTIAL, token, request);
        assertThat(stolen.status()).isEqualTo(401);
        assertThat(stolen.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"invalid_token\"");

        clock.advanceBy(Duration.ofMinutes(11));
        var dpopKey = wallet;
        wallet = new TestWallet(port, clock.instant());
        assertThat(dpopKey.credential(token, "card-sd-jwt", List.of(key)).status())
                .isEqualTo(401);
    }

    // what is refused

    private void refused(Map<String, Object> request, String error) {
        Answer answer = wallet.ask(Paths.CREDENTIAL, token, request);
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).as(answer.text()).isEqualTo(error);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    private static Map<String, Object> proofs(Map<String, Object> proofs) {
        return Map.of("credential_configuration_id", "card-sd-jwt", "proofs", proofs);
    }

    private static Map<String, Object> attested(String attestation) {
        return proofs(Map.of("attestation", List.of(attestation)));
    }

    private String withAttestation(List<ECKey> keys, String nonce) {
        var header = TestWallet.header("openid4vci-proof+jwt")
                .jwk(key.toPublicJWK())
                .customParam("key_attestation", VouchedFor.keyAttestation(keys, nonce, wallet.now(), _ -> {}))
                .build();
        var claims = new JWTClaimsSet.Builder()
                .audience(wallet.base())
                .issueTime(Date.from(wallet.now()))
                .claim("nonce", nonce)
                .build();
        return TestWallet.signed(key, header, claims);
    }

    private static String bare(String json) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
