package org.kith.server.keys;

import static java.util.Comparator.comparing;

import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import org.kith.credential.signing.Signer;
import org.springframework.stereotype.Component;

/// Signs in the programme's name. Of several keys the newest signs, and all verify.
@Component
public class Signing {
    private final Keys keys;
    private final Clock clock;

    Signing(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /// The key that signs now: of those whose time has come, the newest. Ask each time, since keys take turns.
    public Signer signer(Purpose purpose) {
        return inUse(purpose).signer();
    }

    /// The key that signs now, with its certificate.
    ///
    /// @throws KeyRefusal while no root vouches for it
    public CertifiedSigner certified(Purpose purpose) {
        if (!purpose.certified()) throw new IllegalArgumentException("No root vouches for a key of " + purpose + ".");

        var key = inUse(purpose);
        if (!key.isCertified()) {
            throw new KeyRefusal("The key that signs as " + purpose
                    + " has no certificate of a root. Make one with: kith keys request, and kith keys ceremony");
        }
        return new CertifiedSigner(key.signer(), key.certificate());
    }

    /// The root that vouches for the key that signs cards now. Wallets and verifiers are given it.
    ///
    /// @throws KeyRefusal while there is none
    public X509Certificate root() {
        var signer = certified(Purpose.CARD).certificate();
        return keys.signing(clock.instant()).roots().stream()
                .filter(root -> Root.vouches(root, signer))
                .findFirst()
                .orElseThrow(() -> new KeyRefusal("The certificate of the root is missing."));
    }

    /// All that anyone needs to check what was ever signed for this purpose, the newest first.
    public List<IssuerKey> publicKeys(Purpose purpose) {
        return keys.signing(clock.instant()).of(purpose).stream()
                .map(SigningKey::publicKey)
                .sorted(comparing(IssuerKey::from).reversed())
                .toList();
    }

    private SigningKey inUse(Purpose purpose) {
        var now = clock.instant();
        return keys.signing(now)
                .inUse(purpose, now)
                .orElseThrow(() -> new KeyRefusal("No key may sign as " + purpose + " now."));
    }
}
