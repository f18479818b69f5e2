package org.kith.server.keys;

import static java.util.Comparator.comparing;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// All keys that sign, will sign or did sign, and the roots that vouch for them.
record SigningKeys(Map<Purpose, List<SigningKey>> byPurpose, List<X509Certificate> roots) {
    static SigningKeys in(KeyFile file) {
        var keys = new EnumMap<Purpose, List<SigningKey>>(Purpose.class);
        for (var purpose : Purpose.values()) keys.put(purpose, file.signingKeys(purpose));
        return new SigningKeys(keys, file.roots());
    }

    List<SigningKey> of(Purpose purpose) {
        return byPurpose.getOrDefault(purpose, List.of());
    }

    Stream<SigningKey> all() {
        return byPurpose.values().stream().flatMap(Collection::stream);
    }

    /// Of those whose time has come, the newest. Once a root vouched for a key, those before it, which only vouched for
    /// themselves, sign no more.
    Optional<SigningKey> inUse(Purpose purpose, Instant now) {
        var newest = of(purpose).stream()
                .filter(key -> !now.isBefore(key.publicKey().from()))
                .max(comparing(SigningKey::isCertified)
                        .thenComparing(key -> key.publicKey().from()));
        return newest.filter(key -> key.mayStillSign(now));
    }

    /// The last to take its turn, now or later.
    Optional<SigningKey> last(Purpose purpose) {
        return of(purpose).stream()
                .max(comparing(SigningKey::isCertified)
                        .thenComparing(key -> key.publicKey().from()));
    }
}
