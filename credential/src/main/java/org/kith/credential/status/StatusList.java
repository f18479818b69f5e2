package org.kith.credential.status;

import java.util.Arrays;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.encoding.Zlib;

/// An array of statuses of 1, 2, 4 or 8 bits, the first in the lowest bits of the first byte (Token Status List
/// §4).
/// Mutable, and not for several threads at once.
public final class StatusList {
    /// A list inflates to this many bytes at most: four million entries of 8 bits.
    public static final int MAX_BYTES = 4 * 1024 * 1024;

    private final int bits;
    private final byte[] bytes;

    private StatusList(int bits, byte[] bytes) {
        this.bits = bits;
        this.bytes = bytes;
    }

    /// All entries valid.
    ///
    /// @param bits bits of an entry: 1, 2, 4 or 8
    /// @param size number of entries; rounded up to whole bytes
    public static StatusList ofSize(int bits, int size) {
        requireBits(bits);
        if (size < 1) throw new IllegalArgumentException("A status list has at least one entry.");
        var length = ((long) size * bits + 7) / 8;
        if (length > MAX_BYTES)
            throw new IllegalArgumentException("A status list of more than " + MAX_BYTES + " bytes.");
        return new StatusList(bits, new byte[(int) length]);
    }

    /// The list whose bytes these are.
    public static StatusList of(int bits, byte[] bytes) {
        requireBits(bits);
        if (bytes.length == 0 || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("A status list has 1 to " + MAX_BYTES + " bytes.");
        }
        return new StatusList(bits, bytes.clone());
    }

    /// Reads the `lst` of a token. Never makes more than [#MAX_BYTES].
    static StatusList inflate(int bits, byte[] zlib) throws Malformed {
        if (!allowed(bits)) throw new Malformed("entries of " + bits + " bits");
        var bytes = Zlib.inflate(zlib, MAX_BYTES);
        if (bytes.length == 0) throw new Malformed("an empty list");
        return new StatusList(bits, bytes);
    }

    /// The bytes of `lst`.
    ///
    /// @param level 1 to 9; 6 takes a tenth of the time of 9 and makes a sixth more bytes
    public byte[] deflate(int level) {
        return Zlib.deflate(bytes, level);
    }

    /// Bits of an entry.
    public int bits() {
        return bits;
    }

    /// Number of entries.
    public int size() {
        return bytes.length * (8 / bits);
    }

    public Status status(int index) {
        return Status.of(value(index));
    }

    /// The raw value, 0 to 2^bits − 1.
    public int value(int index) {
        requireIndex(index);
        return bytes[byteOf(index)] >> shift(index) & mask();
    }

    public void set(int index, Status status) {
        set(index, status.value());
    }

    public void set(int index, int value) {
        requireIndex(index);
        if (value < 0 || value > mask()) {
            throw new IllegalArgumentException("The value " + value + " does not fit " + bits + " bits.");
        }
        var cleared = bytes[byteOf(index)] & ~(mask() << shift(index));
        bytes[byteOf(index)] = (byte) (cleared | value << shift(index));
    }

    /// A list that changes no more when this one does.
    public StatusList copy() {
        return new StatusList(bits, Arrays.copyOf(bytes, bytes.length));
    }

    public byte[] bytes() {
        return Arrays.copyOf(bytes, bytes.length);
    }

    private int byteOf(int index) {
        return index / (8 / bits);
    }

    private int shift(int index) {
        return index % (8 / bits) * bits;
    }

    private int mask() {
        return (1 << bits) - 1;
    }

    private void requireIndex(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("The list has " + size() + " entries, none at " + index + ".");
        }
    }

    private static void requireBits(int bits) {
        if (!allowed(bits)) throw new IllegalArgumentException("An entry has 1, 2, 4 or 8 bits, not " + bits + ".");
    }

    private static boolean allowed(int bits) {
        return bits == 1 || bits == 2 || bits == 4 || bits == 8;
    }
}
