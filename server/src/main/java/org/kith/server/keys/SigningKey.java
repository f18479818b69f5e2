package org.kith.server.keys;

import java.time.Instant;
import org.kith.credential.signing.Signer;

/// One key pair of ours. The private half stays inside its signer.
record SigningKey(Purpose purpose, Signer signer, IssuerKey publicKey, boolean forDemonstration) {
    boolean mayStillSign(Instant now) {
        return !now.isBefore(publicKey.from()) && now.isBefore(publicKey.until());
    }
}
