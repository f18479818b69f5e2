package org.kith.credential.mdoc;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.ECPrivateKey;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import org.kith.credential.encoding.Cbor;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;

/// The proof of a device that shares a secret with the reader instead of signing (ISO 18013-5 §9.1.3.5): nobody else
/// can
/// be shown it.
final class DeviceMac {
    private static final long ALG = 1;
    private static final long HMAC_256 = 5;
    private static final int PARTS = 4;
    private static final Cbor NIL = new Cbor.Simple(22);
    private static final int KEY_LENGTH = 32;

    private DeviceMac() {}

    static boolean verify(Cbor proof, byte[] payload, Jwk deviceKey, ECPrivateKey readerKey, byte[] transcript)
            throws Malformed {
        if (!(proof instanceof Cbor.Array(var parts))
                || parts.size() != PARTS
                || !(parts.get(0) instanceof Cbor.Bytes protectedBytes)
                || !parts.get(2).equals(NIL)
                || !(parts.get(3) instanceof Cbor.Bytes tag)
                || !(Cbor.read(protectedBytes.value()) instanceof Cbor.Map header))
            throw new Malformed("a COSE_Mac0 without its four parts");
        if (!header.equals(Cbor.map().put(ALG, new Cbor.Int(HMAC_256)).build())) return false;

        var authenticated = Cbor.write(Cbor.Array.of(
                new Cbor.Text("MAC0"), protectedBytes, new Cbor.Bytes(new byte[0]), new Cbor.Bytes(payload)));
        return MessageDigest.isEqual(tag.value(), hmac(key(deviceKey, readerKey, transcript), authenticated));
    }

    /// EMacKey of §9.1.3.5.
    private static SecretKey key(Jwk deviceKey, ECPrivateKey readerKey, byte[] transcript) {
        try {
            var agreement = KeyAgreement.getInstance("ECDH");
            agreement.init(readerKey);
            agreement.doPhase(deviceKey.publicKey(), true);
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(agreement.generateSecret())
                    .addSalt(SignedElement.sha256().digest(transcript))
                    .thenExpand("EMacKey".getBytes(US_ASCII), KEY_LENGTH);
            return KDF.getInstance("HKDF-SHA256").deriveKey("HmacSHA256", parameters);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The reader's key is not on P-256.", e);
        }
    }

    private static byte[] hmac(SecretKey key, byte[] bytes) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC with SHA-256", e);
        }
    }
}
