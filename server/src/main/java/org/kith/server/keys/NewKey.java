package org.kith.server.keys;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Jwk;

/// A key pair on P-256 just made, in a certificate signed by itself: a key store asks for one, and it carries the
/// dates.
record NewKey(Purpose purpose, PrivateKey privateKey, ECPublicKey publicKey, X509Certificate certificate) {
    /// Longer than any card stands, since what a key signed must verify as long as the card does.
    private static final Duration LIFE = Duration.ofDays(20 * 365);

    static final String DEMONSTRATION = "DEMONSTRATION";
    private static final int SERIAL_BYTES = 16;

    /// @param provider where it is to be made, unless in this Java runtime
    static NewKey make(Purpose purpose, Issuer issuer, Instant from, @Nullable Provider provider) {
        var pair = pair(provider);
        var publicKey = Jwk.of((ECPublicKey) pair.getPublic()).publicKey();
        return certified(purpose, issuer, from, pair.getPrivate(), publicKey, provider);
    }

    static KeyPair pair(@Nullable Provider provider) {
        try {
            var generator = provider == null
                    ? KeyPairGenerator.getInstance("EC")
                    : KeyPairGenerator.getInstance("EC", provider);
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key on P-256 can be made here.", e);
        }
    }

    static NewKey certified(
            Purpose purpose,
            Issuer issuer,
            Instant from,
            PrivateKey privateKey,
            ECPublicKey publicKey,
            @Nullable Provider provider) {
        var name = name(purpose, issuer);
        var serial = new BigInteger(1, Secret.randomBytes(SERIAL_BYTES));
        var until = from.plus(LIFE);
        var builder = new JcaX509v3CertificateBuilder(name, serial, Date.from(from), Date.from(until), name, publicKey);
        try {
            var certificate =
                    new JcaX509CertificateConverter().getCertificate(builder.build(signer(privateKey, provider)));
            return new NewKey(purpose, privateKey, publicKey, certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No certificate can be signed here.", e);
        }
    }

    /// Signs certificates and requests for them.
    static ContentSigner signer(PrivateKey key, @Nullable Provider provider) {
        var builder = new JcaContentSignerBuilder("SHA256withECDSA");
        if (provider != null) builder.setProvider(provider);
        try {
            return builder.build(key);
        } catch (OperatorCreationException e) {
            throw new IllegalStateException("No certificate can be signed here.", e);
        }
    }

    static boolean forDemonstration(X509Certificate certificate) {
        var name = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        for (var unit : name.getRDNs(BCStyle.OU)) {
            if (DEMONSTRATION.equals(unit.getFirst().getValue().toString())) return true;
        }
        return false;
    }

    private static X500Name name(Purpose purpose, Issuer issuer) {
        var name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.O, issuer.organisation());
        if (issuer.forDemonstration()) name.addRDN(BCStyle.OU, DEMONSTRATION);
        return name.addRDN(BCStyle.CN, "Kith " + purpose).build();
    }

    /// A record would print its private key.
    @Override
    public String toString() {
        return "NewKey[" + purpose + "]";
    }
}
