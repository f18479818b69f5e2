package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.server.wallet.TestWallet.Answer;

/// Which wallets are known, and by what (OAuth 2.0 Attestation-Based Client Authentication; RFC 7523).
class ClientAttestationTest extends WalletTest {
    private final ECKey instance = TestWallet.key();

    @Test
    void a_wallet_whose_maker_is_trusted_may_push() {
        assertThat(push(_ -> {}, _ -> {}).status()).isEqualTo(201);
    }

    @Test
    void a_maker_can_be_known_by_a_root() throws Exception {
        var attestation = TestWallet.signed(
                VouchedFor.LEAF,
                TestWallet.header("oauth-client-attestation+jwt")
                        .x509CertChain(List.of(Base64.encode(VouchedFor.LEAF_CERTIFICATE.getEncoded())))
                        .build(),
                ofTheRoot());

        assertThat(pushOfTheRoot(attestation).status()).isEqualTo(201);
    }

    @Test
    void a_certificate_that_leads_to_no_trusted_root_is_nothing() throws Exception {
        var self = TestWallet.signed(
                VouchedFor.ROOT,
                TestWallet.header("oauth-client-attestation+jwt")
                        .x509CertChain(List.of(Base64.encode(VouchedFor.ROOT_CERTIFICATE.getEncoded())))
                        .build(),
                ofTheRoot());
        var byAnother = TestWallet.signed(
                TestWallet.key(),
                TestWallet.header("oauth-client-attestation+jwt")
                        .x509CertChain(List.of(Base64.encode(VouchedFor.LEAF_CERTIFICATE.getEncoded())))
                        .build(),
                ofTheRoot());

        assertThat(pushOfTheRoot(self).error()).isEqualTo("invalid_client_attestation");
        assertThat(pushOfTheRoot(byAnother).error()).isEqualTo("invalid_client_attestation");
    }

    private JWTClaimsSet ofTheRoot() {
        return new JWTClaimsSet.Builder()
                .subject(VouchedFor.OF_THE_ROOT)
                .expirationTime(Date.from(wallet.now().plusSeconds(600)))
                .claim("cnf", Map.of("jwk", instance.toPublicJWK().toJSONObject()))
                .build();
    }

    private Answer pushOfTheRoot(String attestation) {
        var possession = VouchedFor.possession(
                instance, wallet.base(), wallet.now(), claims -> claims.issuer(VouchedFor.OF_THE_ROOT));
        wallet.clientHeaders =
                Map.of("OAuth-Client-Attestation", attestation, "OAuth-Client-Attestation-PoP", possession);
        var form = request();
        form.put("redirect_uri", "https://anchor.example/back");
        return wallet.form(Paths.PAR, form);
    }

    @ParameterizedTest
    @MethodSource("faultsOfAnAttestation")
    void an_attestation_that_is_wrong_is_refused(String what, Consumer<JWTClaimsSet.Builder> fault) {
        var refused = push(fault, _ -> {});

        assertThat(refused.status()).isIn(400, 401);
        assertThat(refused.error()).isEqualTo("invalid_client_attestation");
    }

    static List<Arguments> faultsOfAnAttestation() {
        return List.of(
                fault("no sub", claims -> claims.subject(null)),
                fault("a sub that its maker has not", claims -> claims.subject("another-app")),
                fault("no exp", claims -> claims.expirationTime(null)),
                fault("expired", claims -> claims.expirationTime(shifted(claims, Duration.ofHours(-1)))),
                fault("not yet", claims -> claims.notBeforeTime(shifted(claims, Duration.ofHours(1)))),
                fault("no key", claims -> claims.claim("cnf", null)),
                fault("a key by name", claims -> claims.claim("cnf", Map.of("kid", "x"))),
                fault(
                        "another key",
                        claims -> claims.claim(
                                "cnf",
                                Map.of("jwk", TestWallet.key().toPublicJWK().toJSONObject()))),
                fault(
                        "a private key",
                        claims -> claims.claim(
                                "cnf", Map.of("jwk", TestWallet.key().toJSONObject()))));
    }

    @ParameterizedTest
    @MethodSource("faultsOfAPossession")
    void a_proof_of_possession_that_is_wrong_is_refused(
            String what, Consumer<JWTClaimsSet.Builder> fault, String error) {
        var refused = push(_ -> {}, fault);

        assertThat(refused.status()).isIn(400, 401);
        assertThat(refused.error()).isEqualTo(error);
    }

    static List<Arguments> faultsOfAPossession() {
        return List.of(
                fault("no audience", claims -> claims.audience((String) null), "invalid_client_attestation"),
                fault(
                        "another audience",
                        claims -> claims.audience("https://elsewhere.example"),
                        "invalid_client_attestation"),
                fault("another issuer", claims -> claims.issuer("another-app"), "invalid_client_attestation"),
                fault("no time", claims -> claims.issueTime(null), "invalid_client_attestation"),
                fault(
                        "old",
                        claims -> claims.issueTime(shifted(claims, Duration.ofMinutes(-10))),
                        "invalid_client_attestation"),
                fault("no number", claims -> claims.jwtID(null), "invalid_client_attestation"),
                fault(
                        "a challenge of nobody's",
                        claims -> claims.claim("challenge", "x"),
                        "use_attestation_challenge"));
    }

    private static Arguments fault(String what, Consumer<JWTClaimsSet.Builder> fault) {
        return Arguments.of(what, fault);
    }

    private static Arguments fault(String what, Consumer<JWTClaimsSet.Builder> fault, String error) {
        return Arguments.of(what, fault, error);
    }

    private static Date shifted(JWTClaimsSet.Builder claims, Duration by) {
        return Date.from(((Date) claims.getClaims().get("iat")).toInstant().plus(by));
    }

    @Test
    void a_challenge_of_ours_may_be_in_it() {
        var challenge =
                wallet.json(Paths.CHALLENGE, "", "application/json", Map.of()).get("attestation_challenge");

        assertThat(push(_ -> {}, claims -> claims.claim("challenge", challenge)).status())
                .isEqualTo(201);
    }

    @Test
    void whoever_lacks_a_challenge_is_given_one() {
        var refused = push(_ -> {}, claims -> claims.claim("challenge", "x"));

        assertThat(refused.headers().firstValue("OAuth-Client-Attestation-Challenge"))
                .isPresent();
    }

    @Test
    void one_without_the_other_or_signed_by_strangers_is_refused() {
        var attestation = VouchedFor.attestation(instance, wallet.now(), _ -> {});
        var possession = VouchedFor.possession(instance, wallet.base(), wallet.now(), _ -> {});
        var strangers = TestWallet.signed(
                TestWallet.key(),
                TestWallet.header("oauth-client-attestation+jwt").build(),
                new JWTClaimsSet.Builder()
                        .subject(VouchedFor.CLIENT)
                        .expirationTime(Date.from(wallet.now().plusSeconds(600)))
                        .claim("cnf", Map.of("jwk", instance.toPublicJWK().toJSONObject()))
                        .build());
        for (var headers : List.of(
                Map.of("OAuth-Client-Attestation", attestation),
                Map.of("OAuth-Client-Attestation-PoP", possession),
                Map.of("OAuth-Client-Attestation", strangers, "OAuth-Client-Attestation-PoP", possession),
                Map.of("OAuth-Client-Attestation", "x", "OAuth-Client-Attestation-PoP", possession),
                Map.of("OAuth-Client-Attestation", attestation, "OAuth-Client-Attestation-PoP", "x"),
                Map.of("OAuth-Client-Attestation", possession, "OAuth-Client-Attestation-PoP", attestation))) {
            wallet.clientHeaders = headers;
            assertThat(wallet.form(Paths.PAR, request()).error()).isEqualTo("invalid_client_attestation");
        }
    }

    @Test
    void a_proof_of_possession_is_used_once() {
        wallet.clientHeaders = VouchedFor.headers(instance, wallet);
        assertThat(wallet.form(Paths.PAR, request()).status()).isEqualTo(201);

        assertThat(wallet.form(Paths.PAR, request()).error()).isEqualTo("invalid_client_attestation");
    }

    @ParameterizedTest
    @MethodSource("faultsOfAnAssertion")
    void a_client_assertion_that_is_wrong_is_refused(String what, Consumer<JWTClaimsSet.Builder> fault) {
        var form = request();
        form.put("redirect_uri", "https://harbour.example/back");
        form.putAll(VouchedFor.assertion(wallet, fault));

        var refused = wallet.form(Paths.PAR, form);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.error()).isEqualTo("invalid_client");
    }

    static List<Arguments> faultsOfAnAssertion() {
        return List.of(
                fault("no sub", claims -> claims.subject(null)),
                fault("nobody's sub", claims -> claims.subject("nobody")),
                fault("another issuer", claims -> claims.issuer("nobody")),
                fault("another audience", claims -> claims.audience("https://elsewhere.example")),
                fault(
                        "two audiences",
                        claims -> claims.audience(List.of(
                                "https://elsewhere.example",
                                String.valueOf(claims.getClaims().get("aud"))))),
                fault("no number", claims -> claims.jwtID(null)),
                fault("no end", claims -> claims.expirationTime(null)),
                fault("over", claims -> claims.expirationTime(Date.from(Instant.EPOCH))),
                fault("for ever", claims -> claims.expirationTime(Date.from(Instant.parse("2096-10-02T07:06:40Z")))));
    }

    @Test
    void a_client_assertion_is_used_once() {
        var form = request();
        form.put("redirect_uri", "https://harbour.example/back");
        form.putAll(VouchedFor.assertion(wallet, _ -> {}));
        assertThat(wallet.form(Paths.PAR, form).status()).isEqualTo(201);

        assertThat(wallet.form(Paths.PAR, form).error()).isEqualTo("invalid_client");
    }

    private Answer push(Consumer<JWTClaimsSet.Builder> attestation, Consumer<JWTClaimsSet.Builder> possession) {
        wallet.clientHeaders = Map.of(
                "OAuth-Client-Attestation",
                VouchedFor.attestation(instance, wallet.now(), attestation),
                "OAuth-Client-Attestation-PoP",
                VouchedFor.possession(instance, wallet.base(), wallet.now(), possession));
        return wallet.form(Paths.PAR, request());
    }

    private static Map<String, String> request() {
        var form = new LinkedHashMap<String, String>();
        form.put("response_type", "code");
        form.put("redirect_uri", VouchedFor.REDIRECT);
        form.put("scope", "card-sd-jwt");
        form.put("code_challenge", TestWallet.sha256("a-verifier-that-is-long-enough-to-be-one-0123456789"));
        form.put("code_challenge_method", "S256");
        return form;
    }
}
