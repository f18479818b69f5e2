package org.kith.credential.qr;

import java.util.Optional;
import org.kith.credential.encoding.Base45;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.Zlib;
import org.kith.credential.signing.CoseSign1;
import org.kith.credential.signing.Jwk;

/// A CWT read from a QR code's text, as claim 169 packs it: CWT in COSE_Sign1, ZLIB, Base45. **Not verified.**
public final class PresentedCwt {
    /// A QR code holds 4,296 letters at most (ISO/IEC 18004, version 40, level L).
    private static final int MAX_LETTERS = 4296;

    private static final int MAX_BYTES = 16 * 1024;

    private final CoseSign1 cose;
    private final CwtClaims claims;

    private PresentedCwt(CoseSign1 cose, CwtClaims claims) {
        this.cose = cose;
        this.claims = claims;
    }

    /// Takes the text as the reader gives it; spaces count, as they are letters of Base45.
    ///
    /// @throws Malformed if it is not that, is encrypted, or would unpack to more than 16 KiB
    public static PresentedCwt parse(String text) throws Malformed {
        if (text.isEmpty()) throw new Malformed("an empty code");
        if (text.length() > MAX_LETTERS) throw new Malformed("longer than a QR code can be");
        var cose = CoseSign1.parse(Zlib.inflate(Base45.read(text), MAX_BYTES));
        return new PresentedCwt(cose, CwtClaims.read(cose.payload()));
    }

    /// Names the key it says it is signed with.
    public Optional<byte[]> kid() {
        return cose.kid();
    }

    /// What it says, which anyone could have written.
    public CwtClaims unverified() {
        return claims;
    }

    /// The claims, if this key signed them with ES256.
    public Optional<CwtClaims> verify(Jwk key) {
        return cose.verify(key) ? Optional.of(claims) : Optional.empty();
    }

    /// The claims, if this key signed them with Ed25519, as issuers other than Kith do.
    ///
    /// @param publicKey 32 bytes
    public Optional<CwtClaims> verifyEd25519(byte[] publicKey) {
        return cose.verifyEd25519(publicKey) ? Optional.of(claims) : Optional.empty();
    }
}
