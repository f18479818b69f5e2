package org.kith.credential.mdoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPrivateKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kith.credential.Vectors;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.mdoc.MdocRefused.Reason;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.SomeKey;

/// The driving licence of ISO/IEC 18013-5 Annex D, presented to a reader in its own session.
class AnnexDTest {
    private static final String LICENCE = "org.iso.18013.5.1.mDL";
    private static final String NAMESPACE = "org.iso.18013.5.1";

    /// Annex D's root is not printed, so its signer is trusted by itself.
    private final MdocVerifier verifier = new MdocVerifier(
            (chain, _) -> Arrays.equals(chain.getFirst(), hex("DS_CERT")) ? Optional.of(signer()) : Optional.empty(),
            Clock.fixed(Instant.parse("2021-01-01T00:00:00Z"), ZoneOffset.UTC));

    @Test
    void the_printed_presentation_is_believed() throws Exception {
        var document = DeviceResponse.parse(hex("DEVICE_RESPONSE")).documents().getFirst();

        var licence = verifier.verify(document, LICENCE, session(readerKey()));

        assertThat(licence.element(NAMESPACE, "family_name")).contains(new Cbor.Text("Doe"));
        assertThat(licence.element(NAMESPACE, "issue_date")).contains(new Cbor.Tag(1004, new Cbor.Text("2019-10-20")));
        assertThat(licence.element(NAMESPACE, "portrait")).isPresent();
        assertThat(licence.deviceKey()).isEqualTo(Jwk.ofPoint(hex("STATIC_DEVICE_KEY_X"), hex("STATIC_DEVICE_KEY_Y")));
    }

    @Test
    void it_is_believed_in_its_own_session_only() throws Exception {
        var document = DeviceResponse.parse(hex("DEVICE_RESPONSE")).documents().getFirst();
        var stranger = SomeKey.fresh().privateKey();

        assertThat(refusal(document, session(stranger))).isEqualTo(Reason.DEVICE_NOT_GENUINE);
        var other = SessionTranscript.ofMeeting(null, hex("E_DEVICE_KEY_BYTES"), null);
        assertThat(refusal(document, new DeviceSession(other, readerKey()))).isEqualTo(Reason.DEVICE_NOT_GENUINE);
    }

    @Test
    void with_any_byte_changed_nothing_of_it_is_believed() throws Exception {
        var bytes = hex("DEVICE_RESPONSE");
        var believed = new ArrayList<Integer>();
        for (var at = 0; at < bytes.length; at += 3) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            if (isBelieved(changed)) believed.add(at);
        }
        assertThat(believed).isEmpty();
    }

    private boolean isBelieved(byte[] response) throws Exception {
        try {
            var documents = DeviceResponse.parse(response).documents();
            // Withheld altogether, as a holder may.
            return !documents.isEmpty()
                    && !verifier.verify(documents.getFirst(), LICENCE, session(readerKey()))
                            .elements()
                            .isEmpty();
        } catch (MdocRefused | Malformed _) {
            return false;
        }
    }

    private Reason refusal(PresentedMdoc document, DeviceSession session) throws Exception {
        try {
            verifier.verify(document, LICENCE, session);
            throw new AssertionError("it was believed");
        } catch (MdocRefused refused) {
            return refused.reason();
        }
    }

    private static DeviceSession session(ECPrivateKey readerKey) throws Exception {
        return new DeviceSession(SessionTranscript.ofBytes(hex("SESSION_TRANSCRIPT_BYTES")), readerKey);
    }

    private static ECPrivateKey readerKey() throws Exception {
        var d = new BigInteger(1, hex("EPHEMERAL_READER_KEY_D"));
        var curve = SomeKey.fresh().publicKey().getParams();
        return (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(d, curve));
    }

    private static Jwk signer() {
        try {
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(hex("DS_CERT")));
            return Jwk.of((ECPublicKey) certificate.getPublicKey());
        } catch (java.security.cert.CertificateException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hex(String name) {
        var file = Vectors.folder("mdoc/iso18013-5-annex-d").resolve("ISO_18013_5_ANNEX_D_" + name + ".hex");
        return HexFormat.of().parseHex(Vectors.read(file).strip());
    }
}
