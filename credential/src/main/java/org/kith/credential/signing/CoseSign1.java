package org.kith.credential.signing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;

/// A COSE_Sign1 (RFC 9052 §4.2), read but **not verified**: its payload is only a claim until a `verify` says
/// so.
public final class CoseSign1 {
    private static final long TAG = 18;
    /// A CWT may say once more that it is one (RFC 8392 §6).
    private static final long CWT_TAG = 61;

    private static final long ENCRYPT0_TAG = 16;
    private static final long ALG = 1;
    private static final long CRIT = 2;
    private static final long KID = 4;
    private static final long ES256 = -7;
    private static final long EDDSA = -8;
    /// ES256 under the name that says the curve too (RFC 9864 §2.1); devices in the field use either.
    private static final long ESP256 = -9;

    private static final int PARTS = 4;
    private static final Cbor NIL = new Cbor.Simple(22);
    private static final Cbor.Map ES256_ALONE =
            Cbor.map().put(ALG, new Cbor.Int(ES256)).build();

    private final Cbor.Bytes protectedBytes;
    private final Cbor.Map protectedHeader;
    private final Cbor.Map unprotectedHeader;
    private final Cbor.Bytes payload;
    private final byte[] signature;

    private CoseSign1(
            Cbor.Bytes protectedBytes,
            Cbor.Map protectedHeader,
            Cbor.Map unprotectedHeader,
            Cbor.Bytes payload,
            byte[] signature) {
        this.protectedBytes = protectedBytes;
        this.protectedHeader = protectedHeader;
        this.unprotectedHeader = unprotectedHeader;
        this.payload = payload;
        this.signature = signature;
    }

    /// Reads a tagged COSE_Sign1, also inside the CWT tag. Refuses critical headers, since none is understood
    /// here.
    public static CoseSign1 parse(byte[] bytes) throws Malformed {
        var content = content(Cbor.read(bytes));
        if (content instanceof Cbor.Array(var parts)
                && parts.size() == PARTS
                && parts.get(2) instanceof Cbor.Bytes payload) return of(parts, payload);
        throw new Malformed("a COSE_Sign1 without its four parts");
    }

    /// Reads one without a tag, as an mdoc holds them.
    public static CoseSign1 untagged(Cbor value) throws Malformed {
        if (value instanceof Cbor.Array(var parts)
                && parts.size() == PARTS
                && parts.get(2) instanceof Cbor.Bytes payload) return of(parts, payload);
        throw new Malformed("a COSE_Sign1 without its four parts");
    }

    /// Reads one without a tag whose payload does not travel with it (RFC 9052 §4.1, nil).
    ///
    /// @param payload what was signed, as whoever reads it works it out
    public static CoseSign1 detached(Cbor value, byte[] payload) throws Malformed {
        if (value instanceof Cbor.Array(var parts)
                && parts.size() == PARTS
                && parts.get(2).equals(NIL)) return of(parts, new Cbor.Bytes(payload));
        throw new Malformed("a COSE_Sign1 whose payload is not detached");
    }

    private static CoseSign1 of(List<Cbor> parts, Cbor.Bytes payload) throws Malformed {
        if (!(parts.get(0) instanceof Cbor.Bytes protectedBytes)
                || !(parts.get(1) instanceof Cbor.Map unprotectedHeader)
                || !(parts.get(3) instanceof Cbor.Bytes signature)) {
            throw new Malformed("a COSE_Sign1 without its four parts");
        }
        var header = protectedHeader(protectedBytes);
        if (header.get(CRIT).isPresent()) throw new Malformed("a COSE_Sign1 with critical headers");
        for (var label : header.entries().keySet()) {
            if (unprotectedHeader.entries().containsKey(label)) throw new Malformed("a COSE header given twice");
        }
        return new CoseSign1(protectedBytes, header, unprotectedHeader, payload, signature.value());
    }

    /// Signs with ES256; `alg` and what else is given stand in the protected header.
    public static byte[] sign(Cbor.Map header, byte[] payload, Signer signer) {
        return sign(header, Cbor.map().build(), payload, signer);
    }

    /// The same, with headers that the signature does not cover, such as the certificates of `x5chain`.
    public static byte[] sign(Cbor.Map header, Cbor.Map unprotected, byte[] payload, Signer signer) {
        var entries = new LinkedHashMap<>(header.entries());
        entries.put(new Cbor.Int(ALG), new Cbor.Int(ES256));
        var content = new Cbor.Bytes(payload);
        return Cbor.write(new Cbor.Tag(TAG, signed(new Cbor.Map(entries), unprotected, content, content, signer)));
    }

    /// Signs with ES256 as an mdoc does: no tag, `alg` alone protected.
    ///
    /// @param unprotected such as the certificates of `x5chain`
    public static Cbor signUntagged(Cbor.Map unprotected, byte[] payload, Signer signer) {
        var content = new Cbor.Bytes(payload);
        return signed(ES256_ALONE, unprotected, content, content, signer);
    }

    /// The same, with a payload that does not travel along.
    public static Cbor signDetached(byte[] payload, Signer signer) {
        return signed(ES256_ALONE, Cbor.map().build(), new Cbor.Bytes(payload), NIL, signer);
    }

    private static Cbor signed(Cbor.Map header, Cbor.Map unprotected, Cbor.Bytes payload, Cbor sent, Signer signer) {
        var protectedBytes = new Cbor.Bytes(Cbor.write(header));
        var signature = signer.sign(signedBytes(protectedBytes, payload));
        return Cbor.Array.of(protectedBytes, unprotected, sent, new Cbor.Bytes(signature));
    }

    /// Whether the signature is this key's; never for another algorithm than ES256, by either of its names.
    public boolean verify(Jwk key) {
        if (!isAlgorithm(ES256) && !isAlgorithm(ESP256)) return false;

        var signed = signedBytes(protectedBytes, payload);
        return Es256.verify(key, signed, 0, signed.length, signature);
    }

    /// Whether the signature is this Ed25519 key's; never for another algorithm than EdDSA.
    ///
    /// @param publicKey 32 bytes (RFC 8032 §5.1.5)
    public boolean verifyEd25519(byte[] publicKey) {
        return isAlgorithm(EDDSA) && Ed25519.verify(publicKey, signedBytes(protectedBytes, payload), signature);
    }

    /// The `kid` of either header.
    public Optional<byte[]> kid() {
        return protectedHeader
                .get(KID)
                .or(() -> unprotectedHeader.get(KID))
                .map(kid -> kid instanceof Cbor.Bytes bytes ? bytes.value() : new byte[0]);
    }

    /// A header that the signature covers.
    public Optional<Cbor> protectedHeader(long label) {
        return protectedHeader.get(label);
    }

    /// A header that anybody may have changed.
    public Optional<Cbor> unprotectedHeader(long label) {
        return unprotectedHeader.get(label);
    }

    /// Unverified.
    public byte[] payload() {
        return payload.value();
    }

    private boolean isAlgorithm(long algorithm) {
        return protectedHeader.get(ALG).orElse(null) instanceof Cbor.Int(var named) && named == algorithm;
    }

    private static Cbor content(Cbor value) throws Malformed {
        return switch (value) {
            case Cbor.Tag(var number, Cbor.Tag inner)
            when number == CWT_TAG && inner.number() == TAG -> inner.content();
            case Cbor.Tag(var number, var content) when number == TAG -> content;
            case Cbor.Tag(var number, var _) when number == ENCRYPT0_TAG -> throw new Malformed("encrypted");
            default -> throw new Malformed("not a COSE_Sign1");
        };
    }

    /// No protected header is written as no bytes (RFC 9052 §3).
    private static Cbor.Map protectedHeader(Cbor.Bytes bytes) throws Malformed {
        if (bytes.value().length == 0) return Cbor.map().build();
        if (Cbor.read(bytes.value()) instanceof Cbor.Map header) return header;
        throw new Malformed("a COSE_Sign1 whose protected header is not a map");
    }

    /// The Sig_structure of RFC 9052 §4.4, without external data.
    private static byte[] signedBytes(Cbor.Bytes protectedBytes, Cbor.Bytes payload) {
        return Cbor.write(
                Cbor.Array.of(new Cbor.Text("Signature1"), protectedBytes, new Cbor.Bytes(new byte[0]), payload));
    }
}
