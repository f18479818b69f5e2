package org.kith.server.keys;

import static java.util.Comparator.comparing;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.CryptoProvider;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Signer;

/// All keys that sign, will sign or did sign, and the roots that vouch for them. A key for which a root is yet to vouch
/// is not among them.
record SigningKeys(Map<Purpose, List<SigningKey>> byPurpose, List<X509Certificate> roots) {
    /// Once a root vouched for a key, those before it, which only vouched for themselves, sign no more.
    private static final Comparator<SigningKey> TURN = comparing(SigningKey::isCertified)
            .thenComparing(key -> key.publicKey().from());

    static SigningKeys in(KeyFile file, @Nullable Token token) {
        var all = new EnumMap<Purpose, List<SigningKey>>(Purpose.class);
        for (var purpose : Purpose.values()) {
            var keys = new ArrayList<SigningKey>();
            var here = file.entries();
            for (var entry : here.of(purpose)) add(keys, purpose, file, entry, signer(here, entry), ownProvider());
            if (token != null) {
                for (var entry : token.entries().of(purpose))
                    add(keys, purpose, file, entry, token.signer(entry), token.provider());
            }
            all.put(purpose, List.copyOf(keys));
        }
        return new SigningKeys(all, file.roots());
    }

    List<SigningKey> of(Purpose purpose) {
        return byPurpose.getOrDefault(purpose, List.of());
    }

    Stream<SigningKey> all() {
        return byPurpose.values().stream().flatMap(Collection::stream);
    }

    /// Of those whose time has come, the newest.
    Optional<SigningKey> inUse(Purpose purpose, Instant now) {
        return of(purpose).stream()
                .filter(key -> !now.isBefore(key.publicKey().from()))
                .max(TURN)
                .filter(key -> key.mayStillSign(now));
    }

    /// The last to take its turn, now or later.
    Optional<SigningKey> last(Purpose purpose) {
        return of(purpose).stream().max(TURN);
    }

    private static void add(
            List<SigningKey> keys,
            Purpose purpose,
            KeyFile file,
            SigningEntries.Entry entry,
            Signer signer,
            String provider) {
        var certificate = entry.asked() ? file.certificate(entry.id()) : Optional.of(entry.own());
        if (certificate.isEmpty()) return;

        var published = new IssuerKey(
                Jwk.of(entry.publicKey()),
                certificate.get().getNotBefore().toInstant(),
                certificate.get().getNotAfter().toInstant());
        keys.add(new SigningKey(purpose, signer, published, certificate.get(), provider));
    }

    private static Signer signer(SigningEntries entries, SigningEntries.Entry entry) {
        if (entries.privateKey(entry.alias()) instanceof ECPrivateKey key) return Es256.signer(key, entry.publicKey());

        throw new KeyRefusal("The entry " + entry.alias() + " is not a key on P-256.");
    }

    private static String ownProvider() {
        return CryptoProvider.chosen().getName();
    }
}
