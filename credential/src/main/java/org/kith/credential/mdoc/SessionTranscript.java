package org.kith.credential.mdoc;

import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// What a device signs along, so that what it presents serves in one session only (ISO/IEC 18013-5 §9.1.5.1).
public final class SessionTranscript {
    private static final Cbor NIL = new Cbor.Simple(22);

    private final Cbor value;

    private SessionTranscript(Cbor value) {
        this.value = value;
    }

    /// Between two devices that met (§9.1.5.1), as its bytes under tag 24.
    public static SessionTranscript ofBytes(byte[] tagged) throws Malformed {
        var value = EncodedCbor.read(tagged).value();
        if (value instanceof Cbor.Array(var parts) && parts.size() == 3) return new SessionTranscript(value);
        throw new Malformed("a session transcript without its three parts");
    }

    /// Between two devices that met.
    ///
    /// @param engagement of the device, as it sent it, under tag 24; null where there was none
    /// @param readerKey  of the reader for this session, under tag 24
    /// @param handover   how the engagement came over; null for a QR code
    public static SessionTranscript ofMeeting(byte @Nullable [] engagement, byte[] readerKey, @Nullable Cbor handover)
            throws Malformed {
        return new SessionTranscript(Cbor.Array.of(
                engagement == null ? NIL : EncodedCbor.read(engagement).tagged(),
                EncodedCbor.read(readerKey).tagged(),
                handover == null ? NIL : handover));
    }

    /// For OpenID4VP by redirect (1.0, appendix B.2.6.1).
    ///
    /// @param clientId    of the request, prefix included
    /// @param thumbprint  SHA-256 of the verifier's key that the answer is encrypted with (RFC 7638); null for none
    /// @param responseUri or the redirect_uri, whichever the request names
    public static SessionTranscript ofOpenId4Vp(
            String clientId, String nonce, byte @Nullable [] thumbprint, String responseUri) {
        var info = Cbor.Array.of(
                new Cbor.Text(clientId),
                new Cbor.Text(nonce),
                thumbprint == null ? NIL : new Cbor.Bytes(thumbprint),
                new Cbor.Text(responseUri));
        var digest = SignedElement.sha256().digest(Cbor.write(info));
        var handover = Cbor.Array.of(new Cbor.Text("OpenID4VPHandover"), new Cbor.Bytes(digest));
        return new SessionTranscript(Cbor.Array.of(NIL, NIL, handover));
    }

    /// What a device signs or MACs (DeviceAuthenticationBytes, §9.1.3.4).
    byte[] authentication(String docType, EncodedCbor deviceElements) {
        return EncodedCbor.of(Cbor.Array.of(
                        new Cbor.Text("DeviceAuthentication"), value, new Cbor.Text(docType), deviceElements.tagged()))
                .write();
    }

    byte[] bytes() {
        return EncodedCbor.of(value).write();
    }
}
