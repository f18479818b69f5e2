package org.kith.credential.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;

/// The public half of a passkey as its authenticator gives it, a COSE_Key (RFC 9052 §7): ES256, Ed25519 or RS256, which
/// is what authenticators in use make (WebAuthn level 3 §5.8.5).
public final class PasskeyKey {
    /// Labels of RFC 9052 §7.1, RFC 9053 §7 and RFC 8230 §4.
    private static final int TYPE = 1;

    private static final int ALGORITHM = 3;
    private static final int CURVE = -1;
    private static final int X = -2;
    private static final int Y = -3;
    private static final int MODULUS = -1;
    private static final int EXPONENT = -2;

    private static final long ES256 = -7;
    private static final long EDDSA = -8;
    private static final long RS256 = -257;

    /// What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410 §4).
    private static final byte[] ED25519 = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int ED25519_LENGTH = 32;
    private static final int LEAST_RSA_BITS = 2048;

    private final PublicKey key;
    private final String algorithm;

    private PasskeyKey(PublicKey key, String algorithm) {
        this.key = key;
        this.algorithm = algorithm;
    }

    /// Reads a COSE_Key.
    ///
    /// @throws Malformed for anything but a key of one of the three kinds
    public static PasskeyKey read(byte[] cose) throws Malformed {
        if (!(Cbor.read(cose) instanceof Cbor.Map map)) throw new Malformed("a passkey that is not a COSE key");
        try {
            return switch (String.valueOf(number(map, TYPE)) + ' ' + number(map, ALGORITHM)) {
                case "2 " + ES256 -> new PasskeyKey(p256(map), "SHA256withECDSA");
                case "1 " + EDDSA -> new PasskeyKey(ed25519(map), "Ed25519");
                case "3 " + RS256 -> new PasskeyKey(rsa(map), "SHA256withRSA");
                default -> throw new Malformed("a passkey of a kind not known here");
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Malformed("a passkey whose numbers make no key");
        }
    }

    boolean verify(byte[] message, byte[] signature) {
        try {
            var verifier = Signature.getInstance(algorithm);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks " + algorithm, e);
        }
    }

    /// The point is looked at before use, as everywhere ([Jwk]).
    private static PublicKey p256(Cbor.Map map) throws Malformed {
        if (number(map, CURVE) != 1) throw new Malformed("a passkey on another curve than P-256");
        return Jwk.ofPoint(bytes(map, X), bytes(map, Y)).publicKey();
    }

    private static PublicKey ed25519(Cbor.Map map) throws Malformed, GeneralSecurityException {
        var x = bytes(map, X);
        if (number(map, CURVE) != 6 || x.length != ED25519_LENGTH) throw new Malformed("a passkey not on Ed25519");
        var encoded = Arrays.copyOf(ED25519, ED25519.length + ED25519_LENGTH);
        System.arraycopy(x, 0, encoded, ED25519.length, ED25519_LENGTH);
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static PublicKey rsa(Cbor.Map map) throws Malformed, GeneralSecurityException {
        var spec =
                new RSAPublicKeySpec(new BigInteger(1, bytes(map, MODULUS)), new BigInteger(1, bytes(map, EXPONENT)));
        var key = (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
        if (key.getModulus().bitLength() < LEAST_RSA_BITS) throw new Malformed("a passkey of too few bits");
        return key;
    }

    private static long number(Cbor.Map map, int label) throws Malformed {
        if (map.get(label).orElse(null) instanceof Cbor.Int(var value)) return value;
        throw new Malformed("a passkey without its number " + label);
    }

    private static byte[] bytes(Cbor.Map map, int label) throws Malformed {
        if (map.get(label).orElse(null) instanceof Cbor.Bytes bytes) return bytes.value();
        throw new Malformed("a passkey without its bytes " + label);
    }
}
