package org.kith.credential.trust;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kith.credential.signing.Jwk;

/// The signers of documents who are trusted. An implementation answers from what it trusts beforehand; what the message
/// brings along is believed only as far as that vouches for it.
@FunctionalInterface
public interface DocumentSigners {
    /// The key that signed, or empty if nobody trusted vouches for it.
    ///
    /// @param x5chain  the certificates that came along, the signer's own first (RFC 9360 §2), unverified
    /// @param signedAt when the document says it was signed
    Optional<Jwk> find(List<byte[]> x5chain, Instant signedAt);
}
