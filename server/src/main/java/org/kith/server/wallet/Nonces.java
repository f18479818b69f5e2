package org.kith.server.wallet;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.kith.server.keys.Codes;
import org.springframework.stereotype.Component;

/// Numbers that we give out and know again without keeping them: their end, chance, and our code over both. Whoever
/// asks for a million of them costs us nothing.
@Component
public class Nonces {
    private static final int RANDOM = 16;
    private static final int SEALED = 16;
    private static final int LENGTH = Long.BYTES + RANDOM + SEALED;

    private final Codes codes;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Nonces(Codes codes, Clock clock) {
        this.codes = codes;
        this.clock = clock;
    }

    /// What a number is for.
    public enum Use {
        /// In the proofs of one credential request (OpenID4VCI 7).
        CREDENTIAL(Duration.ofMinutes(5)),
        /// In DPoP proofs, as often as needed while it lasts (RFC 9449 8).
        DPOP(Duration.ofMinutes(5)),
        /// In proofs of possession of a client attestation.
        ATTESTATION(Duration.ofMinutes(5));

        private final Duration life;

        Use(Duration life) {
            this.life = life;
        }

        public Duration life() {
            return life;
        }
    }

    public String fresh(Use use) {
        var chance = new byte[RANDOM];
        random.nextBytes(chance);
        var head = ByteBuffer.allocate(Long.BYTES + RANDOM)
                .putLong(clock.instant().plus(use.life()).toEpochMilli())
                .put(chance)
                .array();
        var whole = Arrays.copyOf(head, LENGTH);
        System.arraycopy(code(use, head), 0, whole, head.length, SEALED);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /// When one of ours runs out; nothing for one that has, or that is not ours.
    Optional<Instant> end(Use use, String nonce) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        if (whole.length != LENGTH) return Optional.empty();

        var head = Arrays.copyOf(whole, Long.BYTES + RANDOM);
        var sealed = Arrays.copyOfRange(whole, head.length, LENGTH);
        if (!MessageDigest.isEqual(sealed, Arrays.copyOf(code(use, head), SEALED))) return Optional.empty();

        var end = Instant.ofEpochMilli(ByteBuffer.wrap(head).getLong());
        return clock.instant().isBefore(end) ? Optional.of(end) : Optional.empty();
    }

    private byte[] code(Use use, byte[] head) {
        return codes.lookUp("WALLET-NONCE-" + use, head);
    }
}
