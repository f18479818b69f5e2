package org.kith.credential.mdoc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kith.credential.mdoc.MdocTest.CARD;
import static org.kith.credential.trust.SomeSigner.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.mdoc.MdocRefused.Reason;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.SomeKey;
import org.kith.credential.signing.X5c;
import org.kith.credential.trust.IacaRoots;
import org.kith.credential.trust.SomeSigner;

/// Whatever is wrong with an mdoc is refused, and by its name.
class RefusedMdocTest {
    private final SomeSigner signer = SomeSigner.fresh();
    private final SomeKey device = SomeKey.fresh();
    private final byte[] issued = MdocTest.issuer(signer).issue(MdocTest.content(device));

    @Test
    void an_altered_element() throws Exception {
        assertThat(refusal(changed(item -> put(item, "elementValue", new Cbor.Text("Somebody")))))
                .isEqualTo(Reason.ALTERED_ELEMENT);
    }

    @Test
    void an_element_with_the_number_of_another() throws Exception {
        assertThat(refusal(changed(item -> put(item, "digestID", new Cbor.Int((number(item) + 1) % 3)))))
                .isIn(Reason.ALTERED_ELEMENT, Reason.ELEMENT_TWICE);
    }

    @Test
    void an_element_that_nobody_signed() throws Exception {
        assertThat(refusal(changed(item -> put(item, "digestID", new Cbor.Int(99)))))
                .isEqualTo(Reason.UNSIGNED_ELEMENT);
    }

    @Test
    void the_same_element_twice() throws Exception {
        assertThat(refusal(withItems(items -> {
                    var twice = new ArrayList<>(items);
                    twice.add(items.getFirst());
                    return twice;
                })))
                .isEqualTo(Reason.ELEMENT_TWICE);
    }

    @Test
    void an_element_in_another_namespace() throws Exception {
        var map = (Cbor.Map) Cbor.read(issued);
        var moved = Cbor.map()
                .put(
                        "org.example.other",
                        ((Cbor.Map) map.get("nameSpaces").orElseThrow())
                                .get(CARD)
                                .orElseThrow())
                .build();

        assertThat(refusal(Cbor.write(put(map, "nameSpaces", moved)))).isEqualTo(Reason.UNSIGNED_ELEMENT);
    }

    @Test
    void a_signature_by_another_key() throws Exception {
        var other = (Cbor.Map) Cbor.read(MdocTest.issuer(SomeSigner.fresh()).issue(MdocTest.content(device)));
        var parts = new ArrayList<>(((Cbor.Array) other.get("issuerAuth").orElseThrow()).items());
        var ours = new Cbor.Bytes(signer.certificate().getEncoded());
        parts.set(1, Cbor.map().put(X5c.COSE, ours).build());

        assertThat(refusal(Cbor.write(put(other, "issuerAuth", new Cbor.Array(parts)))))
                .isEqualTo(Reason.NOT_GENUINE);
    }

    @Test
    void a_signature_of_another_algorithm() throws Exception {
        var map = (Cbor.Map) Cbor.read(issued);
        var parts = new ArrayList<>(((Cbor.Array) map.get("issuerAuth").orElseThrow()).items());
        parts.set(
                0, new Cbor.Bytes(Cbor.write(Cbor.map().put(1, new Cbor.Int(-8)).build())));

        assertThat(refusal(Cbor.write(put(map, "issuerAuth", new Cbor.Array(parts)))))
                .isEqualTo(Reason.NOT_GENUINE);
    }

    @Test
    void a_signer_for_whom_only_the_message_vouches() throws Exception {
        var stranger = SomeSigner.fresh();
        var map = (Cbor.Map) Cbor.read(MdocTest.issuer(stranger).issue(MdocTest.content(device)));
        var parts = new ArrayList<>(((Cbor.Array) map.get("issuerAuth").orElseThrow()).items());
        var chain = Cbor.Array.of(
                new Cbor.Bytes(stranger.certificate().getEncoded()),
                new Cbor.Bytes(stranger.root().getEncoded()));
        parts.set(1, Cbor.map().put(X5c.COSE, chain).build());

        assertThat(refusal(Cbor.write(put(map, "issuerAuth", new Cbor.Array(parts)))))
                .isEqualTo(Reason.UNKNOWN_SIGNER);
    }

    @Test
    void a_signer_whose_certificate_had_ended_or_is_for_something_else() throws Exception {
        for (var wanted : List.of(
                new SomeSigner.Wanted().until(NOW.minus(Duration.ofDays(1))),
                new SomeSigner.Wanted().purpose("1.3.6.1.5.5.7.3.1"),
                new SomeSigner.Wanted().asRoot())) {
            var other = SomeSigner.fresh(wanted);
            var verifier = new MdocVerifier(other.roots(), Clock.fixed(NOW, ZoneOffset.UTC));
            var bytes = MdocTest.issuer(other).issue(MdocTest.content(device));

            assertThatThrownBy(() -> verifier.verify(IssuerSigned.parse(bytes), CARD))
                    .as(wanted.toString())
                    .isInstanceOfSatisfying(
                            MdocRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_SIGNER));
        }
    }

    @Test
    void a_root_that_is_none_is_not_taken_for_one() {
        assertThatThrownBy(() -> new IacaRoots(List.of(signer.certificate())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void another_type_than_is_asked_for() {
        assertThatThrownBy(() -> verifier(NOW).verify(IssuerSigned.parse(issued), "org.iso.18013.5.1.mDL"))
                .isInstanceOfSatisfying(
                        MdocRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.WRONG_DOC_TYPE));
    }

    @Test
    void one_that_has_ended_or_has_not_begun() {
        assertThat(refusalAt(NOW.plus(Duration.ofDays(14)))).isEqualTo(Reason.EXPIRED);
        assertThat(refusalAt(NOW.minus(Duration.ofMinutes(3)))).isEqualTo(Reason.NOT_YET_VALID);
    }

    @Test
    void what_another_device_presents() throws Exception {
        var session = MdocTest.session("nonce");
        var thief = new HeldMdoc(CARD, issued, SomeKey.fresh().signer());

        assertThat(refusal(thief.present(Map.of(CARD, Set.of("given_name")), session), session))
                .isEqualTo(Reason.DEVICE_NOT_GENUINE);
    }

    @Test
    void what_was_presented_to_another() throws Exception {
        var held = new HeldMdoc(CARD, issued, device.signer());
        var shown = held.present(Map.of(), MdocTest.session("nonce"));

        for (var other : List.of(
                MdocTest.session("another"),
                SessionTranscript.ofOpenId4Vp("x509_hash:abd", "nonce", null, "https://shop.example/answer"),
                SessionTranscript.ofOpenId4Vp("x509_hash:abc", "nonce", new byte[32], "https://shop.example/answer"),
                SessionTranscript.ofOpenId4Vp("x509_hash:abc", "nonce", null, "https://shop.example/other"))) {
            assertThat(refusal(shown, other)).isEqualTo(Reason.DEVICE_NOT_GENUINE);
        }
    }

    @Test
    void what_no_device_signed() throws Exception {
        var session = MdocTest.session("nonce");
        var response = (Cbor.Map) Cbor.read(new HeldMdoc(CARD, issued, device.signer()).present(Map.of(), session));
        var document = (Cbor.Map)
                ((Cbor.Array) response.get("documents").orElseThrow()).items().getFirst();

        for (var signed : new Cbor[] {
            Cbor.map().build(),
            Cbor.map()
                    .put("nameSpaces", EncodedCbor.of(Cbor.map().build()).tagged())
                    .put("deviceAuth", Cbor.map().build())
                    .build()
        }) {
            var without = put(response, "documents", Cbor.Array.of(put(document, "deviceSigned", signed)));
            assertThat(refusal(Cbor.write(without), session)).isEqualTo(Reason.DEVICE_AUTHENTICATION_MISSING);
        }
    }

    /// A verifier without a key of its own for the session cannot be talked into a MAC.
    @Test
    void a_mac_that_was_not_agreed_on() throws Exception {
        var session = MdocTest.session("nonce");
        var response = (Cbor.Map) Cbor.read(new HeldMdoc(CARD, issued, device.signer()).present(Map.of(), session));
        var document = (Cbor.Map)
                ((Cbor.Array) response.get("documents").orElseThrow()).items().getFirst();
        var deviceSigned = (Cbor.Map) document.get("deviceSigned").orElseThrow();
        var auth = (Cbor.Map) deviceSigned.get("deviceAuth").orElseThrow();
        var mac = Cbor.map()
                .put("deviceMac", auth.get("deviceSignature").orElseThrow())
                .build();
        var other = put(document, "deviceSigned", put(deviceSigned, "deviceAuth", mac));

        assertThat(refusal(Cbor.write(put(response, "documents", Cbor.Array.of(other))), session))
                .isEqualTo(Reason.DEVICE_NOT_GENUINE);
    }

    @Test
    void a_status_that_cannot_be_read() throws Exception {
        var odd = Cbor.map().put("status_list", new Cbor.Text("1")).build();

        assertThat(refusal(withObject(object -> put(object, "status", odd)))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void digests_of_another_kind_and_a_version_nobody_knows() throws Exception {
        assertThat(refusal(withObject(object -> put(object, "digestAlgorithm", new Cbor.Text("SHA-1")))))
                .isEqualTo(Reason.WRONG_HASH_ALGORITHM);
        assertThat(refusal(withObject(object -> put(object, "version", new Cbor.Text("2.0")))))
                .isEqualTo(Reason.MALFORMED);
    }

    @Test
    void what_is_not_an_mdoc() {
        for (var bytes : new byte[][] {{}, {0}, {(byte) 0xa0}, new byte[1000], Cbor.write(new Cbor.Text("mdoc"))}) {
            assertThatThrownBy(() -> IssuerSigned.parse(bytes)).isInstanceOf(Malformed.class);
            assertThatThrownBy(() -> DeviceResponse.parse(bytes)).isInstanceOf(Malformed.class);
        }
    }

    @Test
    void a_private_key_shows_in_no_text() {
        var session = new DeviceSession(MdocTest.session("n"), device.privateKey());

        assertThat(session.toString()).isEqualTo("DeviceSession");
    }

    private byte[] changed(UnaryOperator<Cbor.Map> change) throws Exception {
        return withItems(items -> {
            var changed = new ArrayList<>(items);
            changed.set(0, tagged(change.apply(map(items.getFirst()))));
            return changed;
        });
    }

    private byte[] withItems(UnaryOperator<List<Cbor>> change) throws Exception {
        var map = (Cbor.Map) Cbor.read(issued);
        var namespaces = (Cbor.Map) map.get("nameSpaces").orElseThrow();
        var items = ((Cbor.Array) namespaces.get(CARD).orElseThrow()).items();
        return Cbor.write(put(map, "nameSpaces", put(namespaces, CARD, new Cbor.Array(change.apply(items)))));
    }

    /// What the issuer would have signed if it said something else.
    private byte[] withObject(UnaryOperator<Cbor.Map> change) throws Exception {
        var map = (Cbor.Map) Cbor.read(issued);
        var object = EncodedCbor.read(IssuerSigned.parse(issued).signature().payload())
                .map("it");
        var chain = Cbor.map()
                .put(X5c.COSE, new Cbor.Bytes(signer.certificate().getEncoded()))
                .build();
        var payload = EncodedCbor.of(change.apply(object)).write();
        var signed = CoseSign1.signUntagged(chain, payload, signer.key().signer());
        return Cbor.write(put(map, "issuerAuth", signed));
    }

    private static Cbor.Map put(Cbor.Map map, String key, Cbor value) {
        var entries = new LinkedHashMap<>(map.entries());
        entries.put(new Cbor.Text(key), value);
        return new Cbor.Map(entries);
    }

    private static long number(Cbor.Map item) {
        return ((Cbor.Int) item.get("digestID").orElseThrow()).value();
    }

    private static Cbor.Map map(Cbor tagged) {
        try {
            return EncodedCbor.read(tagged).map("it");
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private static Cbor tagged(Cbor value) {
        return EncodedCbor.of(value).tagged();
    }

    private Reason refusal(byte[] bytes) {
        return refusal(bytes, verifier(NOW));
    }

    private Reason refusalAt(Instant moment) {
        return refusal(issued, verifier(moment));
    }

    private static Reason refusal(byte[] bytes, MdocVerifier verifier) {
        try {
            verifier.verify(IssuerSigned.parse(bytes), CARD);
            throw new AssertionError("it was believed");
        } catch (MdocRefused refused) {
            return refused.reason();
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private Reason refusal(byte[] response, SessionTranscript session) {
        try {
            var document = DeviceResponse.parse(response).documents().getFirst();
            verifier(NOW).verify(document, CARD, DeviceSession.signed(session));
            throw new AssertionError("it was believed");
        } catch (MdocRefused refused) {
            return refused.reason();
        } catch (Malformed e) {
            throw new AssertionError(e);
        }
    }

    private MdocVerifier verifier(Instant now) {
        return new MdocVerifier(signer.roots(), Clock.fixed(now, ZoneOffset.UTC));
    }
}
