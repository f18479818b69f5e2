package org.kith.credential.trust;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.kith.credential.signing.Jwk;

/// Document signers for whom a trusted root vouches as ISO/IEC 18013-5 Annex B says: the root signs the signer's
/// certificate itself, and nothing that came along is trusted but that one certificate.
public final class IacaRoots implements DocumentSigners {
    /// Extended key usage of who signs documents (Annex B.1.4).
    public static final String DOCUMENT_SIGNER = "1.0.18013.5.1.2";

    private static final Set<String> UNDERSTOOD = Set.of("2.5.29.15", "2.5.29.19", "2.5.29.37");
    private static final int LONGEST = 16 * 1024;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;

    private static final int MOST = 1_000;

    private final List<X509Certificate> roots;
    private final Map<ByteBuffer, Vouched> known = new ConcurrentHashMap<>();

    /// @throws IllegalArgumentException for a certificate that is no root
    public IacaRoots(List<X509Certificate> roots) {
        for (var root : roots) {
            if (!mayVouch(root)) throw new IllegalArgumentException("Not a root that signs certificates.");
        }
        this.roots = List.copyOf(roots);
    }

    @Override
    public Optional<Jwk> find(List<byte[]> x5chain, Instant signedAt) {
        if (x5chain.isEmpty()) return Optional.empty();
        return vouched(x5chain.getFirst())
                .filter(each -> each.isValid(signedAt))
                .map(Vouched::key);
    }

    /// A signer and its root, whose signature held. That is found out once: few sign all that is ever presented, and
    /// whoever a root does not vouch for is not remembered.
    private record Vouched(X509Certificate signer, X509Certificate root, Jwk key) {
        boolean isValid(Instant at) {
            return IacaRoots.isValid(signer, at) && IacaRoots.isValid(root, at);
        }
    }

    private Optional<Vouched> vouched(byte[] der) {
        var name = ByteBuffer.wrap(der);
        var remembered = known.get(name);
        if (remembered != null) return Optional.of(remembered);

        var vouched = certificate(der).filter(IacaRoots::maySign).flatMap(this::vouched);
        vouched.ifPresent(each -> {
            if (known.size() < MOST) known.put(ByteBuffer.wrap(der.clone()), each);
        });
        return vouched;
    }

    private Optional<Vouched> vouched(X509Certificate signer) {
        return roots.stream()
                .filter(root -> isSignedBy(signer, root))
                .findFirst()
                .flatMap(root -> key(signer).map(key -> new Vouched(signer, root, key)));
    }

    private static Optional<X509Certificate> certificate(byte[] der) {
        if (der.length > LONGEST) return Optional.empty();
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException _) {
            return Optional.empty();
        }
    }

    private static boolean maySign(X509Certificate signer) {
        var usage = signer.getKeyUsage();
        var critical = signer.getCriticalExtensionOIDs();
        try {
            var extended = signer.getExtendedKeyUsage();
            return usage != null
                    && usage[DIGITAL_SIGNATURE]
                    && signer.getBasicConstraints() < 0
                    && extended != null
                    && extended.contains(DOCUMENT_SIGNER)
                    && critical != null
                    && UNDERSTOOD.containsAll(critical);
        } catch (CertificateException _) {
            return false;
        }
    }

    private static boolean mayVouch(X509Certificate root) {
        var usage = root.getKeyUsage();
        return usage != null
                && usage[KEY_CERT_SIGN]
                && root.getBasicConstraints() >= 0
                && root.getSubjectX500Principal().equals(root.getIssuerX500Principal());
    }

    private static boolean isValid(X509Certificate certificate, Instant at) {
        return !at.isBefore(certificate.getNotBefore().toInstant())
                && !at.isAfter(certificate.getNotAfter().toInstant());
    }

    private static boolean isSignedBy(X509Certificate signer, X509Certificate root) {
        if (!signer.getIssuerX500Principal().equals(root.getSubjectX500Principal())) return false;
        try {
            signer.verify(root.getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    private static Optional<Jwk> key(X509Certificate signer) {
        try {
            return signer.getPublicKey() instanceof ECPublicKey key ? Optional.of(Jwk.of(key)) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
