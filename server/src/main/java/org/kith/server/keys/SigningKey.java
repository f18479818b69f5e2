package org.kith.server.keys;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.kith.credential.signing.Signer;

/// One key pair of ours. The private half stays inside its signer.
///
/// @param provider the part of this machine that does the signing
record SigningKey(Purpose purpose, Signer signer, IssuerKey publicKey, X509Certificate certificate, String provider) {
    boolean mayStillSign(Instant now) {
        return !now.isBefore(publicKey.from()) && now.isBefore(publicKey.until());
    }

    /// Whether a root vouches for it, and not only it for itself.
    boolean isCertified() {
        return !certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
    }

    boolean forDemonstration() {
        return NewKey.forDemonstration(certificate);
    }
}
