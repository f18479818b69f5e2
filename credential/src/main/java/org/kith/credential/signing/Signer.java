package org.kith.credential.signing;

/// A private key that can be used and never seen: a PKCS#12 entry, an HSM's, a test's.
public interface Signer {
    /// Names the key in headers (`kid`) and trust lists: the JWK thumbprint (RFC 7638) of the public key.
    String keyId();

    /// An ES256 signature over `message`, as JOSE and COSE write it: 64 bytes, R then S (RFC 7518 §3.4, RFC
    /// 9053 §2.1).
    byte[] sign(byte[] message);
}
