package org.kith.credential.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// Ed25519 (RFC 8032), read only: other issuers sign with it, Kith does not.
final class Ed25519 {
    /// What stands before the 32 bytes of a key in its X.509 form (RFC 8410 §4).
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_LENGTH = 32;

    private Ed25519() {}

    static boolean verify(byte[] publicKey, byte[] message, byte[] signature) {
        if (publicKey.length != KEY_LENGTH) throw new IllegalArgumentException("An Ed25519 key has 32 bytes.");
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key(publicKey));
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The Ed25519 key is refused by the provider.", e);
        }
    }

    private static PublicKey key(byte[] publicKey) throws GeneralSecurityException {
        var encoded = Arrays.copyOf(X509, X509.length + KEY_LENGTH);
        System.arraycopy(publicKey, 0, encoded, X509.length, KEY_LENGTH);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
