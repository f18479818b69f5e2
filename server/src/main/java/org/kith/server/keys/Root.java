package org.kith.server.keys;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/// The root that vouches for a programme's signing keys: the IACA root of ISO/IEC 18013-5 Annex B. It signs
/// certificates, and nothing else.
final class Root {
    static final String FILE = "root.p12";

    /// At most 20 years (Table B.1).
    private static final Duration LIFE = Duration.ofDays(20 * 365);

    private static final String REVOCATIONS = "/keys/root.crl";
    private static final ASN1ObjectIdentifier DOCUMENT_SIGNER = new ASN1ObjectIdentifier("1.0.18013.5.1.2");
    /// `id-kp-oauthStatusSigning` (Token Status List).
    private static final ASN1ObjectIdentifier STATUS_SIGNER = new ASN1ObjectIdentifier("1.3.6.1.5.5.7.3.30");

    private static final String ALIAS = "root";
    private static final int SERIAL_BYTES = 16;
    /// Bounds of X.520.
    private static final int NAME_LENGTH = 64;

    private final PrivateKey key;
    private final X509Certificate certificate;

    private Root(PrivateKey key, X509Certificate certificate) {
        this.key = key;
        this.certificate = certificate;
    }

    static Root make(Authority authority, boolean forDemonstration, Instant from) {
        var pair = NewKey.pair(null);
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, authority.country())
                .addRDN(BCStyle.O, shortened(authority.organisation()));
        if (forDemonstration) name.addRDN(BCStyle.OU, NewKey.DEMONSTRATION);
        var subject = name.addRDN(
                        BCStyle.CN, "IACA " + from.atZone(ZoneOffset.UTC).getYear())
                .build();
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    subject, serial(), Date.from(from), Date.from(from.plus(LIFE)), subject, pair.getPublic());
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            addPlaces(builder, authority.address());
            return new Root(pair.getPrivate(), signed(builder, pair.getPrivate()));
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException("This Java runtime cannot sign a certificate.", e);
        }
    }

    static Root read(Path file, char[] password) {
        try (var in = Files.newInputStream(file)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            if (store.getKey(ALIAS, password) instanceof PrivateKey key
                    && store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
                return new Root(key, certificate);
            }
            throw new KeyRefusal("There is no root key in " + file + ".");
        } catch (IOException | GeneralSecurityException e) {
            throw new KeyRefusal("The root key in " + file + " does not open with its password.", e);
        }
    }

    byte[] bytes(char[] password) {
        var out = new ByteArrayOutputStream();
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(ALIAS, key, password, new X509Certificate[] {certificate});
            store.store(out, password);
            return out.toByteArray();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    X509Certificate certificate() {
        return certificate;
    }

    boolean mayVouchAt(Instant moment) {
        return !moment.isBefore(certificate.getNotBefore().toInstant())
                && moment.isBefore(certificate.getNotAfter().toInstant());
    }

    /// Vouches for a key, which signs from `from` on.
    X509Certificate certify(Purpose purpose, ECPublicKey publicKey, Authority authority, Instant from) {
        demandCountry(authority);
        if (!mayVouchAt(from))
            throw new KeyRefusal("The root does not vouch for a key from " + from + " on: its own time is another.");

        var issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        var rootEnds = certificate.getNotAfter().toInstant();
        var until = from.plus(Rotation.LIFE);
        try {
            var builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    serial(),
                    Date.from(from),
                    Date.from(until.isAfter(rootEnds) ? rootEnds : until),
                    leafName(purpose, authority, NewKey.forDemonstration(certificate)),
                    publicKey);
            var identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    identifiers.createAuthorityKeyIdentifier(certificate.getPublicKey()));
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(publicKey));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            addUse(builder, purpose);
            builder.addExtension(Extension.subjectAlternativeName, false, names(authority.address()));
            addPlaces(builder, authority.address());
            return signed(builder, key);
        } catch (GeneralSecurityException | CertIOException e) {
            throw new IllegalStateException("This Java runtime cannot sign a certificate.", e);
        }
    }

    /// Whether a certificate says of its key that it is for this purpose.
    static boolean isFor(Purpose purpose, X509Certificate leaf) {
        try {
            var uses = leaf.getExtendedKeyUsage() == null ? List.<String>of() : leaf.getExtendedKeyUsage();
            return leaf.getBasicConstraints() < 0
                    && uses.contains(DOCUMENT_SIGNER.getId()) == (purpose == Purpose.CARD)
                    && uses.contains(STATUS_SIGNER.getId()) == (purpose == Purpose.STATUS);
        } catch (CertificateParsingException e) {
            return false;
        }
    }

    /// Whether this root is the one that vouches in `leaf`.
    static boolean vouches(X509Certificate root, X509Certificate leaf) {
        if (!leaf.getIssuerX500Principal().equals(root.getSubjectX500Principal())) return false;
        try {
            leaf.verify(root.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    static X500Name leafName(Purpose purpose, Authority authority, boolean forDemonstration) {
        var name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, authority.country())
                .addRDN(BCStyle.O, shortened(authority.organisation()));
        if (forDemonstration) name.addRDN(BCStyle.OU, NewKey.DEMONSTRATION);
        return name.addRDN(BCStyle.CN, signs(purpose)).build();
    }

    /// By what name a certificate tells what its key is for.
    static String signs(Purpose purpose) {
        return switch (purpose) {
            case CARD -> "Document signer";
            case STATUS -> "Status list signer";
            case METADATA -> "Metadata signer";
            case JOURNAL -> throw new IllegalArgumentException("No root vouches for the journal's keys.");
        };
    }

    /// Annex B wants one country in both.
    private void demandCountry(Authority authority) {
        var ours = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.C)[0]
                .getFirst()
                .getValue()
                .toString();
        if (ours.equals(authority.country())) return;

        throw new KeyRefusal("A request is for a key of " + authority.country() + ", and the root is of " + ours + ".");
    }

    private static void addUse(JcaX509v3CertificateBuilder builder, Purpose purpose) throws CertIOException {
        if (purpose == Purpose.CARD) {
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.getInstance(DOCUMENT_SIGNER)));
        }
        if (purpose == Purpose.STATUS) {
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.getInstance(STATUS_SIGNER)));
        }
    }

    /// Where to ask about the issuer, and where revocations are listed: both in the root and in what it signs.
    private static void addPlaces(JcaX509v3CertificateBuilder builder, URI address) throws CertIOException {
        builder.addExtension(
                Extension.issuerAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address.toString())));
        var list = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, address + REVOCATIONS));
        var point = new DistributionPoint(new DistributionPointName(list), null, null);
        builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
    }

    /// The host by which a verifier of SD-JWT VC matches `iss`. An address in numbers is no name of a host.
    static GeneralNames names(URI address) {
        var names = new ArrayList<GeneralName>();
        var host = address.getHost();
        if (!host.matches("[\\d.]+|\\[.*")) names.add(new GeneralName(GeneralName.dNSName, host));
        names.add(new GeneralName(GeneralName.uniformResourceIdentifier, address.toString()));
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException {
        return new JcaX509CertificateConverter().getCertificate(builder.build(NewKey.signer(key, null)));
    }

    private static BigInteger serial() {
        return new BigInteger(1, Secret.randomBytes(SERIAL_BYTES));
    }

    private static String shortened(String name) {
        return name.length() <= NAME_LENGTH
                ? name
                : name.substring(0, NAME_LENGTH).strip();
    }
}
