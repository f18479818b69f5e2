package org.kith.server.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.ECPublicKey;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.kith.server.keys.Signing;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What wallets read of us first (OpenID4VCI 12.2, RFC 8414).
class MetadataTest extends WalletTest {
    @Autowired
    private Signing signing;

    @Test
    void the_issuer_names_itself_as_it_is_called() {
        var said = wallet.get(Paths.ISSUER_METADATA, "application/json");

        assertThat(said.status()).isEqualTo(200);
        assertThat(said.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(said.get("credential_issuer")).isEqualTo(wallet.base());
        assertThat(said.body().path("authorization_servers").path(0).stringValue())
                .isEqualTo(wallet.base() + "/wallet");
        for (var endpoint : Set.of(
                "credential_endpoint", "nonce_endpoint", "deferred_credential_endpoint", "notification_endpoint")) {
            assertThat(said.get(endpoint)).startsWith(wallet.base() + "/wallet/");
        }
        assertThat(said.body()
                        .path("batch_credential_issuance")
                        .path("batch_size")
                        .intValue())
                .isEqualTo(20);
    }

    @Test
    void nothing_is_said_that_the_specification_does_not_know() {
        var said = wallet.get(Paths.ISSUER_METADATA, "application/json").body();

        assertThat(names(said))
                .isSubsetOf(
                        "credential_issuer",
                        "authorization_servers",
                        "credential_endpoint",
                        "nonce_endpoint",
                        "deferred_credential_endpoint",
                        "notification_endpoint",
                        "credential_request_encryption",
                        "credential_response_encryption",
                        "batch_credential_issuance",
                        "display",
                        "credential_configurations_supported");
        said.path("credential_configurations_supported")
                .forEach(each -> assertThat(names(each))
                        .isSubsetOf(
                                "format",
                                "scope",
                                "vct",
                                "doctype",
                                "cryptographic_binding_methods_supported",
                                "credential_signing_alg_values_supported",
                                "proof_types_supported",
                                "credential_metadata"));
    }

    @Test
    void the_card_is_there_in_both_formats_with_words_in_every_language_of_the_pack() {
        var all = wallet.get(Paths.ISSUER_METADATA, "application/json")
                .body()
                .path("credential_configurations_supported");

        assertThat(names(all)).containsExactlyInAnyOrder("card-sd-jwt", "card-mdoc");
        var sdJwt = all.path("card-sd-jwt");
        assertThat(sdJwt.path("format").stringValue()).isEqualTo("dc+sd-jwt");
        assertThat(sdJwt.path("vct").stringValue()).isEqualTo("urn:kith:uto:compatriot-card:1");
        assertThat(sdJwt.path("scope").stringValue()).isEqualTo("card-sd-jwt");
        assertThat(sdJwt.path("credential_signing_alg_values_supported").path(0).stringValue())
                .isEqualTo("ES256");
        var mdoc = all.path("card-mdoc");
        assertThat(mdoc.path("format").stringValue()).isEqualTo("mso_mdoc");
        assertThat(mdoc.path("doctype").stringValue()).isEqualTo("org.kith.uto.compatriot-card.1");
        assertThat(mdoc.path("credential_signing_alg_values_supported").path(0).intValue())
                .isEqualTo(-7);
        for (var each : all) {
            assertThat(names(each.path("proof_types_supported"))).containsExactlyInAnyOrder("jwt", "attestation");
            var about = each.path("credential_metadata");
            assertThat(about.path("display")).hasSize(3);
            about.path("claims")
                    .forEach(claim -> assertThat(claim.path("display")).hasSize(3));
        }
    }

    @Test
    void whoever_asks_for_a_jwt_has_it_signed() throws Exception {
        var said = wallet.get(Paths.ISSUER_METADATA, "application/jwt");
        assertThat(said.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/jwt");

        var jwt = SignedJWT.parse(said.text());
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("openidvci-issuer-metadata+jwt");
        assertThat(jwt.getHeader().getX509CertChain()).hasSize(1);
        var leaf = X509CertUtils.parse(
                jwt.getHeader().getX509CertChain().getFirst().decode());
        leaf.verify(signing.root().getPublicKey());
        assertThat(jwt.verify(new ECDSAVerifier((ECPublicKey) leaf.getPublicKey())))
                .isTrue();
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getSubject()).isEqualTo(wallet.base());
        assertThat(claims.getIssueTime()).isNotNull();
        assertThat(claims.getStringClaim("credential_endpoint")).isEqualTo(wallet.base() + Paths.CREDENTIAL);
    }

    @Test
    void the_server_for_wallets_says_what_it_takes() {
        var said = wallet.get(Paths.SERVER_METADATA, "application/json").body();

        assertThat(said.path("issuer").stringValue()).isEqualTo(wallet.base() + "/wallet");
        assertThat(texts(said.path("response_types_supported"))).containsExactly("code");
        assertThat(texts(said.path("code_challenge_methods_supported"))).containsExactly("S256");
        assertThat(texts(said.path("dpop_signing_alg_values_supported"))).containsExactly("ES256");
        assertThat(texts(said.path("token_endpoint_auth_methods_supported")))
                .containsExactly("attest_jwt_client_auth", "private_key_jwt");
        assertThat(texts(said.path("client_attestation_signing_alg_values_supported")))
                .containsExactly("ES256");
        assertThat(texts(said.path("client_attestation_pop_signing_alg_values_supported")))
                .containsExactly("ES256");
        assertThat(texts(said.path("grant_types_supported")))
                .containsExactlyInAnyOrder(
                        "authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:pre-authorized_code");
        assertThat(said.path("authorization_response_iss_parameter_supported").booleanValue())
                .isTrue();
        assertThat(said.path("require_pushed_authorization_requests").booleanValue())
                .isTrue();
        assertThat(said.path("pushed_authorization_request_endpoint").stringValue())
                .isEqualTo(wallet.base() + Paths.PAR);
    }

    @Test
    void what_we_are_called_is_not_taken_from_the_request() throws Exception {
        try (var socket = new java.net.Socket(java.net.InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(("GET " + Paths.SERVER_METADATA + " HTTP/1.1\r\nHost: evil.example\r\n"
                                    + "X-Forwarded-Host: evil.example\r\nConnection: close\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            var answer = new String(socket.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);

            assertThat(answer).contains("\"issuer\"").doesNotContain("evil.example");
        }
    }

    @Test
    void web_wallets_may_ask_from_anywhere() {
        var answer =
                wallet.json(Paths.NONCE, "", "application/json", java.util.Map.of("Origin", "https://wallet.example"));

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(answer.headers().firstValue("Access-Control-Expose-Headers").orElseThrow())
                .contains("DPoP-Nonce");
    }

    @Test
    void a_nonce_is_given_to_anyone_and_kept_by_nobody() {
        var answer = wallet.json(Paths.NONCE, "", "application/json", java.util.Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.get("c_nonce")).hasSizeGreaterThan(22);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("Date")).isPresent();
    }

    @Test
    void the_root_that_copies_lead_to_is_there_for_anyone() throws Exception {
        var said = wallet.get("/keys/root.pem", "*/*");

        assertThat(X509CertUtils.parse(said.text())).isEqualTo(signing.root());
    }

    private static Set<String> names(JsonNode object) {
        return new TreeSet<>(object.propertyNames());
    }

    private static java.util.List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }
}
