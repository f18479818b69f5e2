package org.kith.server.keys;

import java.time.Duration;
import java.time.Instant;

/// When keys take turns. A key signs for a year; its certificate holds longer, so that what it signed last is believed
/// for another three months by those who ask whether the certificate holds today.
final class Rotation {
    /// How long a certificate of a signing key holds: at most 457 days (ISO/IEC 18013-5 Table B.3).
    static final Duration LIFE = Duration.ofDays(457);

    private static final Duration SIGNS = Duration.ofDays(365);
    /// The next key is known to everyone this long before it signs.
    private static final Duration AHEAD = Duration.ofDays(30);

    /// An operator is told this long before the last key ends.
    static final Duration WARNED = Duration.ofDays(60);

    private Rotation() {}

    /// When the next key after this one begins to sign.
    static Instant turnAfter(SigningKey key) {
        return key.publicKey().from().plus(SIGNS);
    }

    /// When the next key after this one must be there.
    static Instant madeBefore(SigningKey key) {
        return turnAfter(key).minus(AHEAD);
    }
}
