package org.kith.credential.status;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Json;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Jws;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.signing.X5c;
import org.kith.credential.trust.SomeSigner;

class StatusListIssuerTest {
    private static final String URI = "https://card.utopia.example/status/1";
    private static final String ALL = "https://card.utopia.example/status";
    private static final StatusListTerms TERMS =
            new StatusListTerms(URI, SomeSigner.NOW, SomeSigner.NOW.plus(Duration.ofDays(2)), Duration.ofHours(1), ALL);

    private final SomeSigner signer = SomeSigner.fresh();
    private final Map<String, Jwk> keys =
            Map.of(signer.key().signer().keyId(), signer.key().jwk());

    @Test
    void both_forms_say_the_same() throws Exception {
        var list = StatusList.ofSize(2, 1 << 10);
        list.set(7, Status.INVALID);
        list.set(8, Status.SUSPENDED);

        var signed = issuer().sign(TERMS, list);
        var jwt = StatusListToken.verify(signed.jwt(), URI, keys);
        var cwt = StatusListCwt.verify(signed.cwt(), URI, keys);

        assertThat(jwt.terms()).isEqualTo(cwt.terms()).isEqualTo(TERMS);
        assertThat(jwt.size()).isEqualTo(cwt.size()).isEqualTo(1 << 10);
        for (var i = 0; i < jwt.size(); i++) {
            assertThat(jwt.status(i)).isEqualTo(cwt.status(i)).isEqualTo(list.status(i));
        }
    }

    @Test
    void each_form_brings_the_signers_certificate_and_names_its_key() throws Exception {
        var signed = issuer().sign(TERMS, StatusList.ofSize(2, 8));

        var header = Json.object(
                Base64Url.read(signed.jwt().substring(0, signed.jwt().indexOf('.'))));
        assertThat(header.path("x5c").valueStream().map(each -> each.asString()))
                .containsExactly(
                        Base64.getEncoder().encodeToString(signer.certificate().getEncoded()));
        assertThat(header.path("kid").asString()).isEqualTo(signer.key().jwk().thumbprint());
        assertThat(header.path("typ").asString()).isEqualTo("statuslist+jwt");

        var cose = CoseSign1.parse(signed.cwt());
        assertThat(cose.unprotectedHeader(X5c.COSE))
                .contains(new Cbor.Bytes(signer.certificate().getEncoded()));
        assertThat(cose.protectedHeader(16)).contains(new Cbor.Text("application/statuslist+cwt"));
        assertThat(cose.kid()).contains(signer.key().jwk().thumbprint().getBytes(UTF_8));
    }

    /// Token Status List §4.2 and §4.3.
    @Test
    void each_form_says_where_all_lists_are() throws Exception {
        var signed = issuer().sign(TERMS, StatusList.ofSize(2, 8));

        var claims = Json.object(Jws.parse(signed.jwt()).payload());
        assertThat(claims.path("status_list").path("aggregation_uri").asString())
                .isEqualTo(ALL);
        var payload = (Cbor.Map) Cbor.read(CoseSign1.parse(signed.cwt()).payload());
        var list = (Cbor.Map) payload.get(65533).orElseThrow();
        assertThat(list.get("aggregation_uri")).contains(new Cbor.Text(ALL));
    }

    @Test
    void a_list_without_certificate_or_aggregation_says_nothing_of_them() throws Exception {
        var terms = new StatusListTerms(URI, TERMS.issuedAt(), TERMS.expiresAt(), TERMS.ttl());
        var token =
                StatusListCwt.sign(terms, StatusList.ofSize(2, 8), signer.key().signer());

        assertThat(CoseSign1.parse(token).unprotectedHeader(X5c.COSE)).isEmpty();
        assertThat(StatusListCwt.verify(token, URI, keys).terms().aggregation()).isNull();
    }

    @Test
    void a_certificate_of_another_key_signs_nothing() {
        var issuer = new StatusListIssuer(SomeKey.fresh().signer(), signer.certificate());

        assertThatIllegalArgumentException().isThrownBy(() -> issuer.sign(TERMS, StatusList.ofSize(2, 8)));
    }

    private StatusListIssuer issuer() {
        return new StatusListIssuer(signer.key().signer(), signer.certificate());
    }
}
