package org.kith.credential.signing;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.credential.encoding.Malformed;

/// The certificates in a signature's header: `x5c` of JOSE (RFC 7515 §4.1.6), `x5chain` of COSE (RFC 9360 §2).
public final class X5c {
    /// The label of `x5chain`.
    public static final long COSE = 33;

    private static final int MOST = 8;

    private X5c() {}

    /// The signer's own certificate and no other: who trusts its root has the root.
    ///
    /// @throws IllegalArgumentException if it is of another key than the signer's
    public static List<String> leaf(Signer signer, X509Certificate certificate) {
        return List.of(Base64.getEncoder().encodeToString(der(signer, certificate)));
    }

    /// Its bytes.
    ///
    /// @throws IllegalArgumentException if it is of another key than the signer's
    public static byte[] der(Signer signer, X509Certificate certificate) {
        if (!(certificate.getPublicKey() instanceof ECPublicKey key)
                || !Jwk.of(key).thumbprint().equals(signer.keyId()))
            throw new IllegalArgumentException("The certificate is of another key than the signer's.");
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("The certificate cannot be written.", e);
        }
    }

    /// Reads the header's value: base64 with its padding, not base64url. Nothing of it is verified.
    public static List<byte[]> read(@Nullable Object x5c) throws Malformed {
        if (!(x5c instanceof List<?> texts) || texts.isEmpty() || texts.size() > MOST)
            throw new Malformed("an x5c that is not a list of certificates");
        var chain = new ArrayList<byte[]>(texts.size());
        for (var text : texts) chain.add(certificate(text));
        return chain;
    }

    private static byte[] certificate(@Nullable Object text) throws Malformed {
        if (!(text instanceof String base64)) throw new Malformed("an x5c that does not hold text");
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new Malformed("an x5c that is not base64");
        }
    }
}
