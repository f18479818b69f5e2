package org.kith.credential.emrtd;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Malformed;

/// Reads the certificates of states, and asks them what ICAO 9303-12 §7 says they must say.
final class Certificates {
    private static final int LONGEST = 16 * 1024;
    private static final int KEY_CERT_SIGN = 5;
    private static final int DIGITAL_SIGNATURE = 0;

    private Certificates() {}

    static X509Certificate of(byte[] der) throws Malformed {
        if (der.length > LONGEST) throw new Malformed("too long");
        Tlv.requireDefinite(der);
        return Asn1.read("a certificate", () -> {
            var read = CertificateFactory.getInstance("X.509", Asn1.PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(der));
            if (!(read instanceof X509Certificate certificate)) throw new Malformed("not a certificate");
            readWhole(certificate);
            return certificate;
        });
    }

    /// The factory leaves much for later; what cannot be read shall show now, and not where nobody expects it.
    private static void readWhole(X509Certificate certificate) throws Malformed {
        if (certificate.getPublicKey() == null) throw new Malformed("without a key");
        country(certificate);
        Stream.of(
                        certificate.getIssuerX500Principal(),
                        certificate.getNotBefore(),
                        certificate.getNotAfter(),
                        certificate.getSigAlgName(),
                        certificate.getBasicConstraints())
                .forEach(Objects::requireNonNull);
        certificate.getKeyUsage();
    }

    /// The two letters of its state in capitals: DS and CSCA of one state write them in different case here and there.
    static Optional<String> country(X509Certificate certificate) {
        return country(
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded()));
    }

    private static Optional<String> country(X500Name name) {
        var values = name.getRDNs(BCStyle.C);
        if (values.length != 1) return Optional.empty();
        return Optional.of(values[0].getFirst().getValue().toString().toUpperCase(Locale.ROOT))
                .filter(code -> code.matches("[A-Z]{2}"));
    }

    static boolean isWithinValidity(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    static boolean maySignCertificates(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() >= 0 && usage != null && usage[KEY_CERT_SIGN];
    }

    static boolean maySignData(X509Certificate certificate) {
        var usage = certificate.getKeyUsage();
        return certificate.getBasicConstraints() < 0 && usage != null && usage[DIGITAL_SIGNATURE];
    }

    /// Whether `issuer` signed `certificate`; what it says of itself is not looked at.
    static boolean isSignedBy(X509Certificate certificate, X509Certificate issuer) {
        if (!isStrong(issuer.getPublicKey()) || isSha1(certificate)) return false;
        try {
            certificate.verify(issuer.getPublicKey(), Asn1.PROVIDER);
            return true;
        } catch (GeneralSecurityException | RuntimeException _) {
            return false;
        }
    }

    /// Whether `issuer` is whom `certificate` names: by key identifier where both have one, else by name.
    static boolean isNamedBy(X509Certificate certificate, X509Certificate issuer) {
        var authority = extension(
                certificate,
                "2.5.29.35",
                octets -> AuthorityKeyIdentifier.getInstance(octets).getKeyIdentifierOctets());
        var subject = subjectKey(issuer);
        if (authority.isPresent() && subject.isPresent()) return Arrays.equals(authority.get(), subject.get());
        return certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal());
    }

    static Optional<byte[]> subjectKey(X509Certificate certificate) {
        return extension(
                certificate,
                "2.5.29.14",
                octets -> SubjectKeyIdentifier.getInstance(octets).getKeyIdentifier());
    }

    static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("a certificate that was read from these bytes", e);
        }
    }

    /// The SHA-256 of its bytes, in small letters.
    static String fingerprint(byte[] der) {
        return HexFormat.of().formatHex(Digests.of("SHA-256", der));
    }

    /// Neither so weak that others could sign, nor so large that checking it would take a server's time.
    static boolean isStrong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                rsa.getModulus().bitLength() >= 2048
                        && rsa.getModulus().bitLength() <= 8192
                        && rsa.getPublicExponent().bitLength() <= 64;
            case ECPublicKey ec -> {
                var bits = ec.getParams().getOrder().bitLength();
                yield bits >= 224 && bits <= 521;
            }
            default -> false;
        };
    }

    private static boolean isSha1(X509Certificate certificate) {
        var name = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
        return name.contains("SHA1") || name.contains("MD5");
    }

    /// What an extension says; nothing where it is not there, or not readable.
    private static Optional<byte[]> extension(
            X509Certificate certificate, String oid, Function<byte[], byte @Nullable []> reading) {
        var value = certificate.getExtensionValue(oid);
        if (value == null) return Optional.empty();
        try {
            return Optional.ofNullable(
                    reading.apply(ASN1OctetString.getInstance(value).getOctets()));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}
