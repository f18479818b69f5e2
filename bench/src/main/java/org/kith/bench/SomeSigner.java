package org.kith.bench;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
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
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Signer;
import org.kith.credential.trust.IacaRoots;

/// A key with its certificate, under a root that is made for it.
///
/// @param root that vouches for it
record SomeSigner(Signer signer, Jwk key, X509Certificate certificate, X509Certificate root) {
    private static final String ROOT = "CN=Bench IACA,C=UT";

    static SomeSigner make(Instant now) throws Exception {
        var rootPair = pair();
        var pair = pair();
        var root = certificate(ROOT, rootPair, rootPair, now, true);
        var publicKey = (ECPublicKey) pair.getPublic();
        return new SomeSigner(
                Es256.signer((ECPrivateKey) pair.getPrivate(), publicKey),
                Jwk.of(publicKey),
                certificate("CN=Bench DS,C=UT", pair, rootPair, now, false),
                root);
    }

    IacaRoots roots() {
        return new IacaRoots(List.of(root));
    }

    private static KeyPair pair() throws Exception {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(String subject, KeyPair of, KeyPair by, Instant now, boolean root)
            throws Exception {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(ROOT),
                new BigInteger(159, new SecureRandom()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(root ? 3650 : 455))),
                new X500Name(subject),
                of.getPublic());
        if (root) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        } else {
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            var purpose = KeyPurposeId.getInstance(new ASN1ObjectIdentifier(IacaRoots.DOCUMENT_SIGNER));
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(by.getPrivate())));
    }
}
