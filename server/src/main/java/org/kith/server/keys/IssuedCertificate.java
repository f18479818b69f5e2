package org.kith.server.keys;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import org.kith.credential.trust.Fingerprint;

/// What a root said of one key.
public record IssuedCertificate(Purpose purpose, String keyId, X509Certificate certificate) {
    public Fingerprint fingerprint() {
        return fingerprint(certificate);
    }

    /// SHA-256 over the whole certificate, as everyone else works it out too.
    public static Fingerprint fingerprint(X509Certificate certificate) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Fingerprint(HexFormat.of().formatHex(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
