package org.kith.server.keys;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The demonstration makes its keys by itself: at the start, when it comes from before there was one for a purpose, and
/// when the next is due. Its root lies beside the daily keys, where production must not have it.
final class DemoRenewal {
    private static final int URI_NAME = 6;

    private final KeyPlace place;
    private final Path rootFile;
    private final char[] password;
    private final @Nullable Token token;
    private final Authority authority;

    DemoRenewal(KeyPlace place, char[] password, @Nullable Token token, Authority authority) {
        this.place = place;
        this.rootFile = place.folder().resolve(Root.FILE);
        this.password = password;
        this.token = token;
        this.authority = authority;
    }

    boolean isDue(SigningKeys keys, Instant now) {
        for (var purpose : Purpose.values()) {
            if (isDue(keys, purpose, now, fitting(purpose))) return true;
        }
        return false;
    }

    void complete(Instant now) {
        OwnFile.alone(place.lock(), () -> {
            for (var purpose : Purpose.values()) complete(purpose, now, fitting(purpose));
            return true;
        });
    }

    /// Also what a demonstration at another address left behind.
    void completeAtStart(Instant now) {
        OwnFile.alone(place.lock(), () -> {
            makeSecrets();
            for (var purpose : Purpose.values())
                complete(purpose, now, fitting(purpose).and(this::namesUs));
            return true;
        });
    }

    private void makeSecrets() {
        var file = Files.exists(place.file()) ? KeyFile.read(place.file(), password) : KeyFile.empty(password);
        var missing = List.of(SecretName.values()).stream()
                .filter(name -> !file.has(name))
                .toList();
        missing.forEach(name -> file.put(name, Secret.random()));
        if (!missing.isEmpty()) OwnFile.replace(place.file(), file.bytes());
    }

    private void complete(Purpose purpose, Instant now, Predicate<SigningKey> fitting) {
        var file = KeyFile.read(place.file(), password);
        var keys = SigningKeys.in(file, token);
        if (!isDue(keys, purpose, now, fitting)) return;

        var turn = keys.inUse(purpose, now)
                .filter(fitting)
                .map(Rotation::turnAfter)
                .filter(next -> next.isAfter(now))
                .orElse(now);
        var made = Keys.entries(file, token).make(purpose, new Issuer(authority.organisation(), true), turn);
        if (made.asked()) {
            var root = root(now, turn);
            file.putRoot(root.certificate());
            file.putCertificate(root.certify(purpose, made.publicKey(), authority, turn));
        }
        OwnFile.replace(place.file(), file.bytes());
    }

    private Root root(Instant now, Instant turn) {
        if (Files.exists(rootFile)) {
            var kept = Root.read(rootFile, password);
            if (kept.mayVouchAt(now) && kept.mayVouchAt(turn.plus(Rotation.LIFE))) return kept;
        }
        var made = Root.make(authority, true, now);
        OwnFile.replace(rootFile, made.bytes(password));
        return made;
    }

    private static boolean isDue(SigningKeys keys, Purpose purpose, Instant now, Predicate<SigningKey> fitting) {
        if (keys.inUse(purpose, now).filter(fitting).isEmpty()) return true;

        return purpose.certified()
                && keys.last(purpose)
                        .filter(last -> now.isBefore(Rotation.madeBefore(last)))
                        .isEmpty();
    }

    private static Predicate<SigningKey> fitting(Purpose purpose) {
        return key -> key.isCertified() == purpose.certified();
    }

    private boolean namesUs(SigningKey key) {
        return !key.isCertified()
                || names(key.certificate(), authority.address().toString());
    }

    private static boolean names(X509Certificate certificate, String address) {
        try {
            var names = certificate.getSubjectAlternativeNames();
            return names != null && names.contains(List.of(URI_NAME, address));
        } catch (CertificateParsingException e) {
            return false;
        }
    }
}
