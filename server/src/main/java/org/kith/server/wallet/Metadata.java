package org.kith.server.wallet;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kith.pack.programme.CredentialDefinition;
import org.kith.server.card.WalletCopy.Format;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.kith.server.programme.Programme;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.Brand;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// What wallets read of us before they ask for anything (OpenID4VCI 12.2, RFC 8414). Members that no
/// specification knows are not there.
@Component
public class Metadata {
    private static final String TYP = "openidvci-issuer-metadata+jwt";
    private static final List<String> ES256 = List.of("ES256");
    /// ES256 (RFC 9053 2.1), as COSE writes it.
    private static final int COSE_ES256 = -7;

    private final Configurations configurations;
    private final Encryption encryption;
    private final Programme programme;
    private final Brand brand;
    private final Signing signing;
    private final JsonMapper json;
    private final BaseUrl base;
    private final Clock clock;

    Metadata(
            Configurations configurations,
            Encryption encryption,
            Programme programme,
            Brand brand,
            Signing signing,
            JsonMapper json,
            BaseUrl base,
            Clock clock) {
        this.configurations = configurations;
        this.encryption = encryption;
        this.programme = programme;
        this.brand = brand;
        this.signing = signing;
        this.json = json;
        this.base = base;
        this.clock = clock;
    }

    public Map<String, Object> ofIssuer() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("credential_issuer", base.link(""));
        said.put("authorization_servers", List.of(base.link(Paths.ISSUER)));
        said.put("credential_endpoint", base.link(Paths.CREDENTIAL));
        said.put("nonce_endpoint", base.link(Paths.NONCE));
        said.put("deferred_credential_endpoint", base.link(Paths.DEFERRED));
        said.put("notification_endpoint", base.link(Paths.NOTIFICATION));
        said.put("credential_request_encryption", encryption.forRequests());
        said.put("credential_response_encryption", encryption.forAnswers());
        said.put(
                "batch_credential_issuance",
                Map.of("batch_size", programme.current().wallets().atOnce()));
        said.put(
                "display", displays(language -> Map.of("name", brand.stateName().apply(language))));
        var each = new LinkedHashMap<String, Object>();
        configurations.all().forEach(configuration -> each.put(configuration.id(), configuration(configuration)));
        said.put("credential_configurations_supported", each);
        return said;
    }

    /// The same, signed (OpenID4VCI 12.2.3).
    public String ofIssuerSigned() {
        var signer = signing.certified(Purpose.METADATA);
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "ES256");
        header.put("typ", TYP);
        try {
            header.put(
                    "x5c",
                    List.of(Base64.getEncoder()
                            .encodeToString(signer.certificate().getEncoded())));
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", base.link(""));
        claims.put("sub", base.link(""));
        claims.put("iat", clock.instant().truncatedTo(ChronoUnit.SECONDS).getEpochSecond());
        claims.putAll(ofIssuer());
        var input = text(header) + "." + text(claims);
        var signature = signer.signer().sign(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    public Map<String, Object> ofServer() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("issuer", base.link(Paths.ISSUER));
        said.put("authorization_endpoint", base.link(Paths.AUTHORIZE));
        said.put("token_endpoint", base.link(Paths.TOKEN));
        said.put("pushed_authorization_request_endpoint", base.link(Paths.PAR));
        said.put("challenge_endpoint", base.link(Paths.CHALLENGE));
        said.put("require_pushed_authorization_requests", true);
        said.put("authorization_response_iss_parameter_supported", true);
        said.put("response_types_supported", List.of("code"));
        said.put("response_modes_supported", List.of("query"));
        said.put("grant_types_supported", List.of(Tokens.CODE, Tokens.REFRESH, Tokens.PRE_AUTHORIZED));
        said.put(
                "pre-authorized_grant_anonymous_access_supported",
                programme.current().wallets().withoutAttestation());
        said.put("code_challenge_methods_supported", List.of("S256"));
        said.put("dpop_signing_alg_values_supported", ES256);
        // Not `none`, which wallets would take for all they ask; that an offer needs no client is said above.
        said.put("token_endpoint_auth_methods_supported", List.of("attest_jwt_client_auth", "private_key_jwt"));
        said.put("token_endpoint_auth_signing_alg_values_supported", ES256);
        said.put("client_attestation_signing_alg_values_supported", ES256);
        said.put("client_attestation_pop_signing_alg_values_supported", ES256);
        said.put("authorization_details_types_supported", List.of("openid_credential"));
        said.put(
                "scopes_supported",
                configurations.all().stream().map(Configuration::id).toList());
        said.put(
                "ui_locales_supported",
                programme.languages().stream().map(Locale::toLanguageTag).toList());
        return said;
    }

    private Map<String, Object> configuration(Configuration configuration) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("scope", configuration.id());
        switch (configuration.format()) {
            case SD_JWT -> {
                said.put("format", "dc+sd-jwt");
                said.put("vct", configuration.definition().vct());
                said.put("cryptographic_binding_methods_supported", List.of("jwk"));
                said.put("credential_signing_alg_values_supported", ES256);
            }
            case MDOC -> {
                said.put("format", "mso_mdoc");
                said.put("doctype", configuration.docType());
                said.put("cryptographic_binding_methods_supported", List.of("cose_key"));
                said.put("credential_signing_alg_values_supported", List.of(COSE_ES256));
            }
        }
        var algorithms = Map.of("proof_signing_alg_values_supported", ES256);
        said.put("proof_types_supported", Map.of("jwt", algorithms, "attestation", algorithms));
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("display", displays(language -> display(configuration.definition(), language)));
        about.put("claims", claims(configuration));
        said.put("credential_metadata", about);
        return said;
    }

    private Map<String, Object> display(CredentialDefinition definition, Locale language) {
        var colours = programme.current().programme().colours();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", programme.texts(language).text(definition.titleKey()));
        colours.ifPresent(each -> {
            said.put("background_color", each.light().hueA());
            said.put("text_color", "#ffffff");
        });
        return said;
    }

    private List<Map<String, Object>> claims(Configuration configuration) {
        var claims = new ArrayList<Map<String, Object>>();
        for (var claim : configuration.definition().claims()) {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put(
                    "path",
                    configuration.format() == Format.MDOC
                            ? List.of(configuration.docType(), claim.name())
                            : List.of(claim.name()));
            said.put(
                    "display",
                    displays(
                            language -> Map.of("name", programme.texts(language).text(claim.titleKey()))));
            claims.add(said);
        }
        return claims;
    }

    private List<Map<String, Object>> displays(java.util.function.Function<Locale, Map<String, Object>> in) {
        return programme.languages().stream()
                .map(language -> {
                    Map<String, Object> said = new LinkedHashMap<>(in.apply(language));
                    said.put("locale", language.toLanguageTag());
                    return said;
                })
                .toList();
    }

    private String text(Map<String, Object> members) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(members));
    }
}
