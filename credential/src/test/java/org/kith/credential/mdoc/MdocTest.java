package org.kith.credential.mdoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.credential.trust.SomeSigner.NOW;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.status.StatusReference;
import org.kith.credential.trust.SomeSigner;

/// An mdoc from its issuer through a wallet to whoever it is shown to.
class MdocTest {
    static final String CARD = "org.example.card.1";
    static final String OTHER = "org.example.card.extra";
    static final StatusReference STATUS = new StatusReference("https://kith.example/status/1", 4711);

    private final SomeSigner signer = SomeSigner.fresh();
    private final SomeKey device = SomeKey.fresh();
    private final MdocVerifier verifier = new MdocVerifier(signer.roots(), Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void what_is_issued_is_believed_with_all_its_elements() throws Exception {
        var issued = issuer(signer).issue(content(device));

        var mdoc = verifier.verify(IssuerSigned.parse(issued), CARD);

        assertThat(mdoc.elements()).isEqualTo(content(device).elements());
        assertThat(mdoc.deviceKey()).isEqualTo(Jwk.of(device.publicKey()));
        assertThat(mdoc.status()).contains(STATUS);
        assertThat(mdoc.docType()).isEqualTo(CARD);
        assertThat(mdoc.validity()).isEqualTo(content(device).validity());
    }

    @Test
    void a_holder_shows_what_they_choose_and_nothing_else() throws Exception {
        var held = new HeldMdoc(CARD, issuer(signer).issue(content(device)), device.signer());
        var session = session("nonce-1");

        var response = DeviceResponse.parse(held.present(Map.of(CARD, Set.of("given_name")), session));
        var mdoc = verifier.verify(response.documents().getFirst(), CARD, DeviceSession.signed(session));

        assertThat(mdoc.elements()).isEqualTo(Map.of(CARD, Map.of("given_name", new Cbor.Text("Layla"))));
        assertThat(mdoc.element(CARD, "given_name")).contains(new Cbor.Text("Layla"));
        assertThat(mdoc.element(OTHER, "number")).isEmpty();
    }

    @Test
    void a_holder_may_show_nothing_but_that_the_card_is_good() throws Exception {
        var held = new HeldMdoc(CARD, issuer(signer).issue(content(device)), device.signer());
        var session = session("nonce-2");

        var response = DeviceResponse.parse(held.present(Map.of(), session));

        assertThat(verifier.verify(response.documents().getFirst(), CARD, DeviceSession.signed(session))
                        .elements())
                .isEmpty();
    }

    @Test
    void two_of_one_content_have_no_digest_in_common() throws Exception {
        var first = digests(issuer(signer).issue(content(device)));
        var second = digests(issuer(signer).issue(content(device)));

        assertThat(first).doesNotHaveDuplicates().doesNotContainAnyElementsOf(second);
    }

    @Test
    void the_order_of_the_digests_says_nothing_of_the_elements() throws Exception {
        var orders = new java.util.HashSet<List<Long>>();
        for (var each = 0; each < 40; each++) {
            var issued = IssuerSigned.parse(issuer(signer).issue(content(device)));
            orders.add(issued.elements().get(CARD).stream()
                    .map(SignedElement::number)
                    .toList());
        }
        assertThat(orders).as("of six").hasSizeGreaterThan(3);
    }

    static List<Cbor.Bytes> digests(byte[] issued) throws Exception {
        var payload = IssuerSigned.parse(issued).signature().payload();
        var object = SecurityObject.read(EncodedCbor.read(payload).map("it"));
        return object.digests().values().stream()
                .flatMap(each -> each.entries().values().stream())
                .map(Cbor.Bytes.class::cast)
                .toList();
    }

    static MdocIssuer issuer(SomeSigner signer) {
        return new MdocIssuer(signer.key().signer(), signer.certificate(), new SecureRandom());
    }

    static MdocContent content(SomeKey device) {
        var card = new LinkedHashMap<String, Cbor>();
        card.put("given_name", new Cbor.Text("Layla"));
        card.put("valid_until", new Cbor.Tag(1004, new Cbor.Text("2031-11-30")));
        card.put("over_18", new Cbor.Simple(21));
        var elements = new LinkedHashMap<String, Map<String, Cbor>>();
        elements.put(CARD, card);
        elements.put(OTHER, Map.of("number", new Cbor.Text("UTO-C-1")));
        var validity = new Validity(NOW.minusSeconds(60), NOW.minusSeconds(60), NOW.plus(Duration.ofDays(14)));
        return new MdocContent(CARD, elements, Jwk.of(device.publicKey()), validity, STATUS);
    }

    static SessionTranscript session(String nonce) {
        return SessionTranscript.ofOpenId4Vp("x509_hash:abc", nonce, null, "https://shop.example/answer");
    }
}
