package org.kith.credential.check;

import java.util.Optional;
import org.kith.credential.status.StatusListRefused;
import org.kith.credential.status.VerifiedStatusList;
import org.kith.credential.trust.TrustFile;

/// Where a check finds the newest status list it has. Never the network: whoever asks for one list while a card
/// is shown
/// tells its publisher that a card was shown.
@FunctionalInterface
public interface StatusLists {
    /// The list of that address, verified under the issuer's status keys.
    ///
    /// @throws StatusListRefused if there is one that is not to be believed
    Optional<VerifiedStatusList> find(String uri, TrustFile issuer) throws StatusListRefused;
}
