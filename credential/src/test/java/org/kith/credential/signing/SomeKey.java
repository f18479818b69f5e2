package org.kith.credential.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;
import java.util.Map;

/// Keys for tests: fresh ones, and published ones.
public record SomeKey(ECPrivateKey privateKey, ECPublicKey publicKey) {
    public static SomeKey fresh() {
        return fresh("secp256r1");
    }

    public static SomeKey fresh(String curve) {
        try {
            var generator = KeyPairGenerator.getInstance("EC", "SunEC");
            generator.initialize(new ECGenParameterSpec(curve));
            KeyPair pair = generator.generateKeyPair();
            return new SomeKey((ECPrivateKey) pair.getPrivate(), (ECPublicKey) pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    /// RFC 7515 §A.3.1.
    public static SomeKey ofRfc7515() {
        return published(
                "jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI",
                "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU",
                "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0");
    }

    public static SomeKey published(String d, String x, String y) {
        try {
            var number = new BigInteger(1, Base64.getUrlDecoder().decode(d));
            var privateKey = (ECPrivateKey)
                    KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(number, P256.CURVE));
            var publicKey = Jwk.from(Map.of("kty", "EC", "crv", "P-256", "x", x, "y", y))
                    .publicKey();
            return new SomeKey(privateKey, publicKey);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public Signer signer() {
        return Es256.signer(privateKey, publicKey);
    }

    public Jwk jwk() {
        return Jwk.of(publicKey);
    }
}
