package org.kith.credential.signing;

import java.security.InvalidKeyException;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.Objects;

/// ES256: ECDSA with P-256 and SHA-256, signatures of 64 bytes, R then S (RFC 7518 §3.4, RFC 9053 §2.1).
public final class Es256 {
    /// Bytes of a signature.
    public static final int SIGNATURE_LENGTH = 64;

    private static final IdleSignatures VERIFIERS = new IdleSignatures();

    private Es256() {}

    /// Whether `signature` over `message` is this key's. A signature of another shape is simply not.
    ///
    /// @throws IllegalArgumentException if the key is not a point on P-256: no answer about such a key is safe
    public static boolean verify(ECPublicKey key, byte[] message, byte[] signature) {
        if (!P256.holds(key)) throw new IllegalArgumentException("The public key is not on the curve P-256.");
        return verifyOnCurve(key, message, 0, message.length, signature);
    }

    /// The same over the bytes `from` to `to` of a longer text, without a copy of them. The key was looked at
    /// when
    /// the [Jwk] was made.
    public static boolean verify(Jwk key, byte[] text, int from, int to, byte[] signature) {
        return verifyOnCurve(key.publicKey(), text, from, to, signature);
    }

    private static boolean verifyOnCurve(ECPublicKey key, byte[] text, int from, int to, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) return false;

        var verifier = VERIFIERS.take();
        try {
            verifier.initVerify(key);
            verifier.update(text, from, to - from);
            var genuine = verifier.verify(signature);
            VERIFIERS.giveBack(verifier);
            return genuine;
        } catch (SignatureException malformed) {
            return false;
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("The public key is refused by the provider.", e);
        }
    }

    /// A signer over a key held in memory (a PKCS#12 entry, a test's). One in an HSM brings its own [Signer].
    ///
    /// @throws IllegalArgumentException if the two are not one pair on P-256
    public static Signer signer(ECPrivateKey privateKey, ECPublicKey publicKey) {
        var signer = new KeySigner(privateKey, Jwk.of(publicKey).thumbprint(), new IdleSignatures());
        var probe = new byte[] {'k', 'i', 't', 'h'};
        if (!verify(publicKey, probe, signer.sign(probe))) {
            throw new IllegalArgumentException("The private key does not belong to the public key.");
        }
        return signer;
    }

    /// Keeps its `Signature` objects ready with the key in them.
    private record KeySigner(ECPrivateKey privateKey, String keyId, IdleSignatures idle) implements Signer {
        KeySigner {
            Objects.requireNonNull(privateKey);
        }

        @Override
        public byte[] sign(byte[] message) {
            var signature = idle.take();
            try {
                var bytes = signed(signature, message);
                idle.giveBack(signature);
                return bytes;
            } catch (SignatureException e) {
                throw new IllegalStateException("The provider could not sign.", e);
            }
        }

        private byte[] signed(Signature signature, byte[] message) throws SignatureException {
            try {
                signature.initSign(privateKey);
            } catch (InvalidKeyException e) {
                throw new IllegalArgumentException("The private key is refused by the provider.", e);
            }
            signature.update(message);
            return signature.sign();
        }

        /// A record would print its private key.
        @Override
        public String toString() {
            return "Signer[" + keyId + "]";
        }
    }
}
