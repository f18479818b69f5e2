package org.kith.specimen;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.icao.DataGroupHash;
import org.bouncycastle.asn1.icao.ICAOObjectIdentifiers;
import org.bouncycastle.asn1.icao.LDSSecurityObject;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/// A state that issues passports: its certificate (CSCA), and a signer of documents below it. Two of one name have
/// different keys.
///
/// @param country   the two letters in its certificates
/// @param algorithm how documents are signed, such as `SHA256withECDSA`
public record SpecimenState(
        String country,
        String algorithm,
        KeyPair cscaKey,
        X509Certificate csca,
        KeyPair signerKey,
        X509Certificate signer) {
    private static final Duration LONG = Duration.ofDays(3650);

    /// One that is as it should be, at that moment.
    public static SpecimenState of(String country, Instant now) {
        return of(country, "SHA256withECDSA", now.minus(Duration.ofDays(1)), now.plus(LONG));
    }

    /// One whose signer's certificate is valid in between.
    public static SpecimenState of(String country, String algorithm, Instant from, Instant until) {
        var cscaKey = Keys.ec("secp384r1");
        var name = new X500Name("C=" + country + ",O=Specimen,CN=CSCA");
        var csca =
                certificate(name, cscaKey, name, cscaKey, from.minus(LONG), from.plus(LONG.multipliedBy(3)), Kind.CSCA);
        var signerKey = algorithm.contains("RSA") ? Keys.rsa(2048) : Keys.ec("secp256r1");
        var signer = certificate(
                new X500Name("C=" + country + ",O=Specimen,CN=Signer 1"),
                signerKey,
                name,
                cscaKey,
                from,
                until,
                Kind.SIGNER);
        return new SpecimenState(country, algorithm, cscaKey, csca, signerKey, signer);
    }

    /// What a certificate is for.
    public enum Kind {
        CSCA,
        SIGNER,
        LIST_SIGNER,
        /// May sign nothing.
        NONE
    }

    /// The same state with another signer, whatever it is like.
    public SpecimenState withSigner(String signersCountry, Kind kind, Instant from, Instant until) {
        var other = certificate(
                new X500Name("C=" + signersCountry + ",O=Specimen,CN=Signer 2"),
                signerKey,
                X500Name.getInstance(csca.getSubjectX500Principal().getEncoded()),
                cscaKey,
                from,
                until,
                kind);
        return new SpecimenState(country, algorithm, cscaKey, csca, signerKey, other);
    }

    /// EF.SOD over these data groups.
    public byte[] sign(SortedMap<Integer, byte[]> groups) {
        var hashes = groups.entrySet().stream()
                .map(group -> new DataGroupHash(group.getKey(), new DEROctetString(sha256(group.getValue()))))
                .toArray(DataGroupHash[]::new);
        var object = new LDSSecurityObject(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256), hashes);
        try {
            return Octets.object(
                    0x77,
                    signed(ICAOObjectIdentifiers.id_icao_ldsSecurityObject, object.getEncoded("DER"), List.of(signer)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A passport with everything right, of a chip with keys of its own.
    public SpecimenPassport passport(String lines, byte[] portrait) {
        var chipKey = Keys.ec("secp256r1");
        var activeKey = Keys.ec("secp256r1");
        var groups = new TreeMap<>(Map.of(
                1, LogicalData.dg1(lines),
                2, LogicalData.dg2(portrait),
                14, LogicalData.dg14(chipKey.getPublic()),
                15, LogicalData.dg15(activeKey.getPublic())));
        return new SpecimenPassport(lines, sign(groups), groups, LogicalData.cardAccess(), chipKey, activeKey);
    }

    /// A master list of these certificates, with this state's own.
    public byte[] masterList(List<X509Certificate> certificates, Instant from, Instant until) {
        var lister = withSigner(country, Kind.LIST_SIGNER, from, until);
        try {
            var listed = new ASN1EncodableVector();
            for (var each : certificates) listed.add(Certificate.getInstance(each.getEncoded()));
            var content = new ASN1EncodableVector();
            content.add(new ASN1Integer(0));
            content.add(new DERSet(listed));
            return lister.signed(
                    ICAOObjectIdentifiers.id_icao_cscaMasterList,
                    new DERSequence(content).getEncoded("DER"),
                    List.of(lister.signer(), csca));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Any content under this state's signer, in a CMS envelope.
    public byte[] signed(ASN1ObjectIdentifier type, byte[] content, List<X509Certificate> along) {
        try {
            var generator = new CMSSignedDataGenerator();
            var digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(Keys.PROVIDER)
                    .build();
            var signing = new JcaContentSignerBuilder(algorithm)
                    .setProvider(Keys.PROVIDER)
                    .build(signerKey.getPrivate());
            generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(digests).build(signing, signer));
            generator.addCertificates(new JcaCertStore(along));
            return generator
                    .generate(new CMSProcessableByteArray(type, content), true)
                    .toASN1Structure()
                    .getEncoded("DER");
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(
            X500Name subject, KeyPair key, X500Name issuer, KeyPair issuerKey, Instant from, Instant until, Kind kind) {
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(63, new SecureRandom()),
                    Date.from(from),
                    Date.from(until),
                    subject,
                    key.getPublic());
            var identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(issuerKey.getPublic()));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(key.getPublic()));
            usage(builder, kind);
            var signing = new JcaContentSignerBuilder("SHA384withECDSA")
                    .setProvider(Keys.PROVIDER)
                    .build(issuerKey.getPrivate());
            return new JcaX509CertificateConverter().setProvider(Keys.PROVIDER).getCertificate(builder.build(signing));
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void usage(JcaX509v3CertificateBuilder builder, Kind kind) throws IOException {
        switch (kind) {
            case CSCA -> {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            }
            case SIGNER -> builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            case LIST_SIGNER -> {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                builder.addExtension(
                        Extension.extendedKeyUsage,
                        true,
                        new ExtendedKeyUsage(KeyPurposeId.getInstance(new ASN1ObjectIdentifier("2.23.136.1.1.3"))));
            }
            case NONE -> builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment));
        }
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
