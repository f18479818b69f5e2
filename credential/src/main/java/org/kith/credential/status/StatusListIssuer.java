package org.kith.credential.status;

import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Signer;

/// Signs status lists, each in both of its forms. The key is named by `kid`, for readers that have found it already,
/// and by its certificate, for those that know a root.
public final class StatusListIssuer {
    /// What a list is packed with: 9 takes ten times as long and saves a sixth.
    static final int DEFLATE_LEVEL = 6;

    private final Signer signer;
    private final @Nullable X509Certificate certificate;

    public StatusListIssuer(Signer signer) {
        this(signer, null);
    }

    /// @param certificate of the signer's key; its root stays away
    public StatusListIssuer(Signer signer, @Nullable X509Certificate certificate) {
        this.signer = signer;
        this.certificate = certificate;
    }

    /// Signs what the list says now, both forms with the same content and terms.
    ///
    /// @throws IllegalArgumentException if the terms are outside what the design allows: `ttl` 5 minutes to
    ///     12 hours, `exp` after `iat` by `ttl` at least and by 7 days at most
    public SignedStatusList sign(StatusListTerms terms, StatusList list) {
        terms.requireAllowed();
        var lst = list.deflate(DEFLATE_LEVEL);
        return new SignedStatusList(
                StatusListToken.sign(terms, list.bits(), lst, signer, certificate),
                StatusListCwt.sign(terms, list.bits(), lst, signer, certificate));
    }
}
