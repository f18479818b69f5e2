package org.kith.credential.signing;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Signature;

/// The JCA provider that does the mathematics, chosen once: AmazonCorrettoCryptoProvider where its jar is on
/// the class
/// path and its native library loads (ES256 ten times as fast), else the JDK's own.
public final class CryptoProvider {
    /// ECDSA over SHA-256 whose signature is R then S, as JOSE and COSE write it, not ASN.1.
    static final String ES256 = "SHA256withECDSAinP1363Format";

    private static final String AMAZON = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final Provider CHOSEN = choose();

    private CryptoProvider() {}

    /// The provider all of this library signs and verifies with.
    public static Provider chosen() {
        return CHOSEN;
    }

    static Signature es256() {
        try {
            return Signature.getInstance(ES256, CHOSEN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(CHOSEN.getName() + " has no " + ES256, e);
        }
    }

    static KeyFactory ec() {
        try {
            return KeyFactory.getInstance("EC", CHOSEN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(CHOSEN.getName() + " has no EC keys", e);
        }
    }

    private static Provider choose() {
        try {
            var amazon = amazon();
            Signature.getInstance(ES256, amazon);
            KeyFactory.getInstance("EC", amazon);
            return amazon;
        } catch (ReflectiveOperationException | GeneralSecurityException | LinkageError absent) {
            return jdk();
        }
    }

    /// By reflection, since the jar is optional and made for one platform. Without its native library it loads
    /// with no
    /// algorithms in it, which the caller's look-up then finds out.
    private static Provider amazon() throws ReflectiveOperationException {
        return (Provider) Class.forName(AMAZON).getField("INSTANCE").get(null);
    }

    private static Provider jdk() {
        try {
            return Signature.getInstance(ES256).getProvider();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java runtime has no " + ES256, e);
        }
    }
}
