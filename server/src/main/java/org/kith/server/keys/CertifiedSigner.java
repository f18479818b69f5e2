package org.kith.server.keys;

import java.security.cert.X509Certificate;
import org.kith.credential.signing.Signer;

/// A key that signs, with the certificate others know it by. The root that vouches for it stays away: who checks has
/// it already, or has no reason to believe it.
public record CertifiedSigner(Signer signer, X509Certificate certificate) {}
