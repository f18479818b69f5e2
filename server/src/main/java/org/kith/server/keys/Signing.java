package org.kith.server.keys;

import static java.util.Comparator.comparing;

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
        var now = clock.instant();
        return keys.signing(purpose).stream()
                .filter(key -> key.mayStillSign(now))
                .max(comparing(key -> key.publicKey().from()))
                .map(SigningKey::signer)
                .orElseThrow(() -> new IllegalStateException("No key may sign as " + purpose + " now."));
    }

    /// All that anyone needs to check what was ever signed for this purpose, the newest first.
    public List<IssuerKey> publicKeys(Purpose purpose) {
        return keys.signing(purpose).stream()
                .map(SigningKey::publicKey)
                .sorted(comparing(IssuerKey::from).reversed())
                .toList();
    }
}
