package org.kith.credential.trust;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.kith.credential.signing.SomeKey;

/// A root and a document signer under it, as ISO 18013-5 Annex B says.
public record SomeSigner(X509Certificate root, SomeKey key, X509Certificate certificate) {
    public static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    public static SomeSigner fresh() {
        return fresh(new Wanted());
    }

    public static SomeSigner fresh(Wanted wanted) {
        var rootKey = SomeKey.fresh();
        var root = certificate("CN=Utopia IACA,C=UT", rootKey, "CN=Utopia IACA,C=UT", rootKey, new Wanted().asRoot());
        var key = SomeKey.fresh();
        return new SomeSigner(
                root, key, certificate("CN=Utopia DS 1,C=UT", key, "CN=Utopia IACA,C=UT", rootKey, wanted));
    }

    public IacaRoots roots() {
        return new IacaRoots(List.of(root));
    }

    /// What a certificate says of its key.
    public record Wanted(Instant from, Instant until, String purpose, boolean authority) {
        public Wanted() {
            this(NOW.minus(Duration.ofDays(30)), NOW.plus(Duration.ofDays(365)), IacaRoots.DOCUMENT_SIGNER, false);
        }

        public Wanted asRoot() {
            return new Wanted(from.minus(Duration.ofDays(900)), until.plus(Duration.ofDays(900)), purpose, true);
        }

        public Wanted until(Instant end) {
            return new Wanted(from, end, purpose, authority);
        }

        public Wanted purpose(String other) {
            return new Wanted(from, until, other, authority);
        }
    }

    private static X509Certificate certificate(String subject, SomeKey key, String issuer, SomeKey by, Wanted wanted) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    new X500Name(issuer),
                    new BigInteger(159, new SecureRandom()),
                    Date.from(wanted.from()),
                    Date.from(wanted.until()),
                    new X500Name(subject),
                    key.publicKey());
            if (wanted.authority()) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            } else {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                var purpose = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(wanted.purpose()));
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(by.privateKey());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
