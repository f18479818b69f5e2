package org.kith.server.keys;

import java.nio.ByteBuffer;
import javax.crypto.Mac;

/// Scatters the numbers from 0 to `size - 1` over themselves, each to one place, in an order only the key knows:
/// a Feistel network walked until it lands inside (Black and Rogaway, *Ciphers with Arbitrary Finite Domains*, 2002).
public final class Permutation {
    /// As many as NIST SP 800-38G takes over domains this small.
    private static final int ROUNDS = 10;

    private final Mac mac;
    private final int size;
    private final int halfBits;

    Permutation(Secret key, byte[] label, int size) {
        if (size < 2) throw new IllegalArgumentException("Fewer than two numbers cannot be scattered.");
        this.mac = Secret.of(key.mac(label, new byte[0])).ready();
        this.size = size;
        this.halfBits = (Integer.SIZE - Integer.numberOfLeadingZeros(size - 1) + 1) / 2;
    }

    public int apply(int number) {
        if (number < 0 || number >= size) throw new IndexOutOfBoundsException("No number " + number + " of " + size);

        var at = (long) number;
        do {
            at = network(at);
        } while (at >= size);
        return (int) at;
    }

    private long network(long number) {
        var mask = (1L << halfBits) - 1;
        var left = number >>> halfBits;
        var right = number & mask;
        for (var round = 0; round < ROUNDS; round++) {
            var next = (left ^ code(round, right)) & mask;
            left = right;
            right = next;
        }
        return left << halfBits | right;
    }

    private long code(int round, long half) {
        var message = ByteBuffer.allocate(1 + Long.BYTES).put((byte) round).putLong(half);
        return ByteBuffer.wrap(fresh().doFinal(message.array())).getLong();
    }

    /// A copy for this thread alone: to copy a keyed one is ten times as fast as to make it.
    private Mac fresh() {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("This Java runtime cannot copy a " + mac.getAlgorithm(), e);
        }
    }
}
