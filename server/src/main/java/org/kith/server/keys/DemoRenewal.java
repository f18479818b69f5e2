package org.kith.server.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/// The demonstration makes its keys by itself: at the start, when it comes from before there was one for a purpose, and
/// when the next is due. Its root lies beside the daily keys, where production must not have it.
final class DemoRenewal {
    private final Path file;
    private final Path rootFile;
    private final Path lock;
    private final char[] password;
    private final Authority authority;

    DemoRenewal(Path folder, Path file, char[] password, Authority authority) {
        this.file = file;
        this.rootFile = folder.resolve(Root.FILE);
        this.lock = folder.resolve("lock");
        this.password = password;
        this.authority = authority;
    }

    boolean isDue(SigningKeys keys, Instant now) {
        for (var purpose : Purpose.values()) {
            if (isDue(keys, purpose, now)) return true;
        }
        return false;
    }

    /// The keys with all that was due at `now`.
    KeyFile complete(Instant now) {
        return OwnFile.alone(lock, () -> {
            var known = Files.exists(file) ? KeyFile.read(file, password) : KeyFile.empty(password);
            if (add(known, now)) OwnFile.replace(file, known.bytes());
            return known;
        });
    }

    private boolean add(KeyFile known, Instant now) {
        var added = false;
        for (var name : SecretName.values()) {
            if (known.has(name)) continue;
            known.put(name, Secret.random());
            added = true;
        }
        for (var purpose : Purpose.values()) {
            var keys = SigningKeys.in(known);
            if (!isDue(keys, purpose, now)) continue;
            add(known, purpose, turn(keys, purpose, now));
            added = true;
        }
        return added;
    }

    private void add(KeyFile known, Purpose purpose, Instant turn) {
        if (!purpose.certified()) {
            known.put(NewKey.make(purpose, new Issuer(authority.organisation(), true), turn));
            return;
        }
        var root = root(turn);
        known.putRoot(root.certificate());
        known.put(NewKey.make(purpose, root, authority, turn));
    }

    private Root root(Instant from) {
        if (Files.exists(rootFile)) {
            var kept = Root.read(rootFile, password);
            if (kept.mayVouchAt(from.plus(Rotation.LIFE))) return kept;
        }
        var made = Root.make(authority, true, from);
        OwnFile.replace(rootFile, made.bytes(password));
        return made;
    }

    private static boolean isDue(SigningKeys keys, Purpose purpose, Instant now) {
        if (!keys.inUse(purpose, now).filter(key -> fits(key, purpose)).isPresent()) return true;

        return purpose.certified()
                && keys.last(purpose)
                        .filter(last -> now.isBefore(Rotation.madeBefore(last)))
                        .isEmpty();
    }

    private static Instant turn(SigningKeys keys, Purpose purpose, Instant now) {
        return keys.inUse(purpose, now)
                .filter(key -> fits(key, purpose))
                .map(Rotation::turnAfter)
                .filter(turn -> turn.isAfter(now))
                .orElse(now);
    }

    private static boolean fits(SigningKey key, Purpose purpose) {
        return key.isCertified() == purpose.certified();
    }
}
