package org.kith.reader;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The code on this computer's screen, without which no page gets anything read. One for as long as the program runs.
final class Pairing {
    private static final int TRIES = 5;
    private static final Duration SESSION = Duration.ofHours(12);

    private final String code;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Map<String, Instant> sessions = new HashMap<>();
    private int wrong;

    Pairing(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
        this.code = "%08d".formatted(random.nextInt(100_000_000));
    }

    /// In two groups, for reading off.
    String code() {
        return code.substring(0, 4) + " " + code.substring(4);
    }

    boolean isLocked() {
        return wrong >= TRIES;
    }

    /// A session for whoever typed the code; nothing where it was wrong, or too often wrong before.
    synchronized Optional<String> pair(String typed) {
        if (isLocked()) return Optional.empty();
        if (!same(code, typed.replaceAll("\\D", ""))) {
            wrong++;
            return Optional.empty();
        }
        wrong = 0;
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var session = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(session, clock.instant().plus(SESSION));
        return Optional.of(session);
    }

    synchronized boolean isPaired(String session) {
        sessions.values().removeIf(clock.instant()::isAfter);
        var found = false;
        for (var known : sessions.keySet()) found |= same(known, session);
        return found;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
