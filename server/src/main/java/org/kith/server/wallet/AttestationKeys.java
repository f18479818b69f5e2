package org.kith.server.wallet;

import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.X509CertUtils;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kith.pack.programme.Wallets;
import org.springframework.stereotype.Component;

/// Whether a wallet provider signed something: with a key that the pack lists, or with one in a certificate that leads
/// to a root which the pack lists.
@Component
class AttestationKeys {
    private static final int LONGEST_CHAIN = 4;

    private final Clock clock;

    AttestationKeys(Clock clock) {
        this.clock = clock;
    }

    boolean isSignedBy(SignedToken token, Wallets.Provider provider) {
        if (provider.keys().stream().anyMatch(token::isSignedBy)) return true;
        return certified(token.header().getX509CertChain(), provider)
                .filter(token::isSignedBy)
                .isPresent();
    }

    private Optional<ECPublicKey> certified(
            @org.jspecify.annotations.Nullable List<Base64> chain, Wallets.Provider provider) {
        if (chain == null || chain.isEmpty() || chain.size() > LONGEST_CHAIN) return Optional.empty();
        if (provider.certificates().isEmpty()) return Optional.empty();

        var certificates = new ArrayList<X509Certificate>();
        for (var each : chain) {
            var parsed = X509CertUtils.parse(each.decode());
            if (parsed == null) return Optional.empty();
            // A root may come along; what is trusted does not.
            if (!provider.certificates().contains(parsed)) certificates.add(parsed);
        }
        if (certificates.isEmpty() || !leadsTo(certificates, provider.certificates())) return Optional.empty();
        return certificates.getFirst().getPublicKey() instanceof ECPublicKey key ? Optional.of(key) : Optional.empty();
    }

    private boolean leadsTo(List<X509Certificate> chain, List<X509Certificate> roots) {
        try {
            var anchors =
                    roots.stream().map(root -> new TrustAnchor(root, null)).collect(Collectors.toSet());
            var parameters = new PKIXParameters(anchors);
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(clock.instant()));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(chain), parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
