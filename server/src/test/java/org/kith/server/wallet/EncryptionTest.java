package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.CompressionAlgorithm;
import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.ECKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kith.server.SomeCard.Holder;
import org.kith.server.wallet.TestWallet.Answer;

/// Requests and answers that are encrypted (OpenID4VCI 10).
class EncryptionTest extends WalletTest {
    private static final String JWT = "application/jwt";
    private static Holder holder;

    private final ECKey answerKey = TestWallet.key();
    private String token;

    @BeforeEach
    void a_wallet_holds_a_token() {
        if (holder == null) holder = holder();
        token = token(holder);
    }

    @Test
    void request_and_answer_are_opened_with_the_keys_that_were_named() throws Exception {
        for (var method : List.of("A128GCM", "A256GCM")) {
            var request = encrypting(Map.of("jwk", named(answerKey), "enc", method));

            var answer = wallet.ask(Paths.CREDENTIAL, token, closed(request, ourKey(), EncryptionMethod.A128GCM), JWT);

            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith(JWT);
            var opened = JWEObject.parse(answer.text());
            assertThat(opened.getHeader().getKeyID()).isEqualTo("mine");
            assertThat(opened.getHeader().getEncryptionMethod().getName()).isEqualTo(method);
            opened.decrypt(new ECDHDecrypter(answerKey));
            assertThat(TestWallet.JSON.readTree(opened.getPayload().toString()).path("credentials"))
                    .hasSize(1);
        }
    }

    @Test
    void an_encrypted_request_may_have_a_plain_answer() throws Exception {
        var request = wallet.request("card-sd-jwt", List.of(TestWallet.key()));

        var answer = wallet.ask(Paths.CREDENTIAL, token, closed(request, ourKey(), EncryptionMethod.A256GCM), JWT);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("credentials")).hasSize(1);
    }

    @Test
    void an_encrypted_answer_needs_an_encrypted_request() {
        refused(
                wallet.ask(Paths.CREDENTIAL, token, encrypting(Map.of("jwk", named(answerKey), "enc", "A128GCM"))),
                "invalid_encryption_parameters");
    }

    @Test
    void a_refusal_is_never_encrypted() throws Exception {
        var request = new HashMap<>(encrypting(Map.of("jwk", named(answerKey), "enc", "A128GCM")));
        request.put("credential_configuration_id", "passport");

        refused(
                wallet.ask(Paths.CREDENTIAL, token, closed(request, ourKey(), EncryptionMethod.A128GCM), JWT),
                "unknown_credential_configuration");
    }

    @Test
    void what_an_answer_cannot_be_encrypted_with_is_refused() throws Exception {
        for (var wanted : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("jwk", named(answerKey)),
                Map.of("jwk", named(answerKey), "enc", "A128CBC-HS256"),
                Map.of("enc", "A128GCM"),
                Map.of("jwk", answerKey.toJSONObject(), "enc", "A128GCM"),
                Map.of("jwk", Map.of("kty", "oct", "k", "AAAA"), "enc", "A128GCM"),
                Map.of("jwk", named(answerKey), "enc", "A128GCM", "zip", "DEF"))) {
            var closed = closed(encrypting(wanted), ourKey(), EncryptionMethod.A128GCM);
            refused(wallet.ask(Paths.CREDENTIAL, token, closed, JWT), "invalid_encryption_parameters");
        }
    }

    @Test
    void a_request_to_another_key_changed_or_compressed_is_refused() throws Exception {
        var request = wallet.request("card-sd-jwt", List.of(TestWallet.key()));
        var right = closed(request, ourKey(), EncryptionMethod.A128GCM);
        var bomb = new JWEObject(
                new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A128GCM)
                        .compressionAlgorithm(CompressionAlgorithm.DEF)
                        .build(),
                new Payload("{\"a\":\"" + "0".repeat(10_000_000) + "\"}"));
        bomb.encrypt(new ECDHEncrypter(ourKey()));
        for (var each : List.of(
                closed(request, TestWallet.key().toPublicJWK(), EncryptionMethod.A128GCM),
                right.substring(0, right.length() - 4) + "AAAA",
                right.replace(".", ""),
                "a.b.c.d.e",
                "",
                bomb.serialize())) {
            refused(wallet.ask(Paths.CREDENTIAL, token, each, JWT), "invalid_credential_request");
        }
    }

    private Map<String, Object> encrypting(Map<String, Object> wanted) {
        var request = new HashMap<>(wallet.request("card-sd-jwt", List.of(TestWallet.key())));
        request.put("credential_response_encryption", wanted);
        return request;
    }

    private static Map<String, Object> named(ECKey key) {
        var jwk = new HashMap<>(key.toPublicJWK().toJSONObject());
        jwk.put("kid", "mine");
        return jwk;
    }

    private ECKey ourKey() throws Exception {
        var said = wallet.get(Paths.ISSUER_METADATA, "application/json").body();
        return ECKey.parse(said.path("credential_request_encryption")
                .path("jwks")
                .path("keys")
                .path(0)
                .toString());
    }

    private static String closed(Map<String, Object> request, ECKey key, EncryptionMethod method) throws Exception {
        var header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, method);
        if (key.getKeyID() != null) header.keyID(key.getKeyID());
        var jwe = new JWEObject(header.build(), new Payload(TestWallet.JSON.writeValueAsString(request)));
        jwe.encrypt(new ECDHEncrypter(key));
        return jwe.serialize();
    }

    private static void refused(Answer answer, String error) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        assertThat(answer.error()).as(answer.text()).isEqualTo(error);
    }
}
