package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.server.SomeCard.Holder;
import org.kith.server.wallet.TestWallet.Answer;

/// Proofs of possession at the token endpoint and at the issuer's (RFC 9449).
class DpopTest extends WalletTest {
    private static Holder holder;

    @BeforeEach
    void somebody_has_a_card() {
        if (holder == null) holder = holder();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_proof_that_is_wrong_is_refused_and_costs_nothing(String what, Consumer<JWTClaimsSet.Builder> fault) {
        var offered = wallets.offered(holder.card());
        wallet.nonce();
        var form = redemption(offered);

        var atToken = wallet.form(Paths.TOKEN, form, wallet.dpop("POST", Paths.TOKEN, null, fault));

        assertThat(atToken.status()).isEqualTo(400);
        assertThat(atToken.error()).isEqualTo("invalid_dpop_proof");
        // Neither the code nor a try at its PIN is gone.
        var token = wallet.token(form);
        assertThat(token.status()).as(token.text()).isEqualTo(200);

        var access = token.get("access_token");
        var atIssuer = wallet.json(
                Paths.CREDENTIAL,
                "{}",
                "application/json",
                Map.of(
                        "Authorization",
                        "DPoP " + access,
                        "DPoP",
                        wallet.dpop("POST", Paths.CREDENTIAL, access, fault)));
        assertThat(atIssuer.status()).isEqualTo(401);
        assertThat(atIssuer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("DPoP error=\"invalid_dpop_proof\"");
    }

    static List<Arguments> faults() {
        return List.of(
                fault("another method", claims -> claims.claim("htm", "GET")),
                fault("no method", claims -> claims.claim("htm", null)),
                fault("another address", claims -> claims.claim("htu", "https://elsewhere.example/wallet/token")),
                fault(
                        "a longer address",
                        claims -> claims.claim("htu", claims.getClaims().get("htu") + "/")),
                fault("no address", claims -> claims.claim("htu", null)),
                fault("an address that is none", claims -> claims.claim("htu", "::")),
                fault("no number", claims -> claims.jwtID(null)),
                fault("an empty number", claims -> claims.jwtID("")),
                fault("a number without end", claims -> claims.jwtID("x".repeat(1_000))),
                fault("no time", claims -> claims.issueTime(null)),
                fault("an old time", claims -> claims.issueTime(shifted(claims, Duration.ofMinutes(-10)))),
                fault("a time to come", claims -> claims.issueTime(shifted(claims, Duration.ofMinutes(10)))));
    }

    private static Arguments fault(String what, Consumer<JWTClaimsSet.Builder> fault) {
        return Arguments.of(what, fault);
    }

    private static Date shifted(JWTClaimsSet.Builder claims, Duration by) {
        return Date.from(((Date) claims.getClaims().get("iat")).toInstant().plus(by));
    }

    @Test
    void query_fragment_and_the_letters_of_the_host_do_not_count() {
        var offered = wallets.offered(holder.card());
        wallet.nonce();

        var answer = wallet.form(
                Paths.TOKEN,
                redemption(offered),
                wallet.dpop(
                        "POST",
                        Paths.TOKEN,
                        null,
                        claims -> claims.claim("htu", "HTTP://LOCALHOST:" + port + Paths.TOKEN + "?a=b#c")));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void whoever_has_no_nonce_of_ours_is_given_one_and_has_lost_nothing() {
        var offered = wallets.offered(holder.card());
        var form = redemption(offered);

        for (var i = 0; i < 8; i++) {
            var without = wallet.form(
                    Paths.TOKEN, form, wallet.dpop("POST", Paths.TOKEN, null, claims -> claims.claim("nonce", null)));
            assertThat(without.status()).isEqualTo(400);
            assertThat(without.error()).isEqualTo("use_dpop_nonce");
            assertThat(without.headers().firstValue("DPoP-Nonce")).isPresent();
        }
        assertThat(wallet.token(form).status()).isEqualTo(200);
    }

    @Test
    void the_same_proof_comes_again_with_a_nonce_and_the_same_number() {
        var offered = wallets.offered(holder.card());
        var first = wallet.form(
                Paths.TOKEN,
                redemption(offered),
                wallet.dpop(
                        "POST", Paths.TOKEN, null, claims -> claims.jwtID("one").claim("nonce", null)));
        assertThat(first.error()).isEqualTo("use_dpop_nonce");

        var again = wallet.form(
                Paths.TOKEN,
                redemption(offered),
                wallet.dpop("POST", Paths.TOKEN, null, claims -> claims.jwtID("one")));
        assertThat(again.status()).as(again.text()).isEqualTo(200);
    }

    @Test
    void at_the_issuer_a_missing_nonce_is_a_401_and_leaves_the_credential_nonce() {
        var token = token(holder);
        var request = TestWallet.JSON.writeValueAsString(wallet.request("card-sd-jwt", List.of(TestWallet.key())));
        var without = wallet.json(
                Paths.CREDENTIAL,
                request,
                "application/json",
                Map.of(
                        "Authorization",
                        "DPoP " + token,
                        "DPoP",
                        wallet.dpop("POST", Paths.CREDENTIAL, token, claims -> claims.claim("nonce", null))));
        assertThat(without.status()).isEqualTo(401);
        assertThat(without.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("error=\"use_dpop_nonce\"");

        var with = wallet.ask(Paths.CREDENTIAL, token, request, "application/json");
        assertThat(with.status()).as(with.text()).isEqualTo(200);
    }

    @Test
    void a_proof_is_used_once() {
        var offered = wallets.offered(holder.card());
        wallet.nonce();
        var proof = wallet.dpop("POST", Paths.TOKEN, null);
        var form = redemption(offered);
        form.put("tx_code", "wrong");
        assertThat(wallet.form(Paths.TOKEN, form, proof).error()).isEqualTo("invalid_grant");

        assertThat(wallet.form(Paths.TOKEN, form, proof).error()).isEqualTo("invalid_dpop_proof");
    }

    @Test
    void without_a_proof_or_with_two_no_token_is_given() {
        var offered = wallets.offered(holder.card());
        wallet.nonce();

        assertThat(wallet.form(Paths.TOKEN, redemption(offered)).error()).isEqualTo("invalid_dpop_proof");
        assertThat(wallet.form(
                                Paths.TOKEN,
                                redemption(offered),
                                wallet.dpop("POST", Paths.TOKEN, null),
                                wallet.dpop("POST", Paths.TOKEN, null))
                        .error())
                .isEqualTo("invalid_dpop_proof");
    }

    @Test
    void a_proof_of_another_token_is_no_use() {
        var token = token(holder);
        Answer answer = wallet.json(
                Paths.CREDENTIAL,
                "{}",
                "application/json",
                Map.of("Authorization", "DPoP " + token, "DPoP", wallet.dpop("POST", Paths.CREDENTIAL, token + "x")));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void a_proof_signed_wrongly_or_of_another_type_is_refused() {
        var offered = wallets.offered(holder.card());
        wallet.nonce();
        var claims = new JWTClaimsSet.Builder()
                .jwtID("x")
                .claim("htm", "POST")
                .claim("htu", wallet.base() + Paths.TOKEN)
                .claim("nonce", wallet.dpopNonce)
                .issueTime(Date.from(wallet.now()))
                .build();
        var jwk = wallet.dpopKey.toPublicJWK();
        var none = new com.nimbusds.jwt.PlainJWT(claims).serialize();
        for (var proof : List.of(
                TestWallet.signed(
                        TestWallet.key(), TestWallet.header("dpop+jwt").jwk(jwk).build(), claims),
                TestWallet.signed(
                        wallet.dpopKey, TestWallet.header("jwt").jwk(jwk).build(), claims),
                TestWallet.signed(
                        wallet.dpopKey,
                        new JWSHeader.Builder(JWSAlgorithm.ES256).jwk(jwk).build(),
                        claims),
                TestWallet.signed(wallet.dpopKey, TestWallet.header("dpop+jwt").build(), claims),
                none)) {
            var error = wallet.form(Paths.TOKEN, redemption(offered), proof).error();
            assertThat(error).isIn("invalid_dpop_proof", "use_dpop_nonce");
        }
        assertThat(wallet.token(redemption(offered)).status()).isEqualTo(200);
    }

    private static Map<String, String> redemption(SomeWallet.Offered offered) {
        var form = new java.util.LinkedHashMap<String, String>();
        form.put("grant_type", Tokens.PRE_AUTHORIZED);
        form.put("pre-authorized_code", offered.code());
        form.put("tx_code", offered.pin());
        return form;
    }
}
