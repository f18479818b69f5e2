package org.kith.credential.encoding;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A value in CBOR (RFC 8949), read strictly and written in its one deterministic form (§4.2.1).
public sealed interface Cbor {
    /// A whole number that a `long` holds.
    record Int(long value) implements Cbor {}

    record Text(String value) implements Cbor {}

    record Array(List<Cbor> items) implements Cbor {
        public Array {
            items = List.copyOf(items);
        }

        public static Array of(Cbor... items) {
            return new Array(List.of(items));
        }
    }

    /// A value with a number that says what it means (§3.4).
    record Tag(long number, Cbor content) implements Cbor {}

    /// `false` 20, `true` 21, `null` 22, `undefined` 23 and numbers without a meaning (§3.3).
    record Simple(int value) implements Cbor {}

    record Real(double value) implements Cbor {}

    /// A byte string. A class, since a record would compare its array by identity and hand it out.
    final class Bytes implements Cbor {
        private final byte[] value;

        public Bytes(byte[] value) {
            this(value, 0, value.length);
        }

        Bytes(byte[] source, int from, int to) {
            this.value = Arrays.copyOfRange(source, from, to);
        }

        /// Not to be changed.
        byte[] raw() {
            return value;
        }

        /// What a digest over them takes in, without a copy.
        public void updateTo(MessageDigest digest) {
            digest.update(value);
        }

        public int length() {
            return value.length;
        }

        public byte[] value() {
            return value.clone();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Bytes that && Arrays.equals(value, that.value);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(value);
        }
    }

    /// Keys are numbers or texts; reading refuses others and the same one twice.
    record Map(java.util.Map<Cbor, Cbor> entries) implements Cbor {
        public Map {
            entries = CborEntries.copyOf(entries);
        }

        public Optional<Cbor> get(long key) {
            return Optional.ofNullable(((CborEntries) entries).at(key));
        }

        public Optional<Cbor> get(String key) {
            return Optional.ofNullable(((CborEntries) entries).at(key));
        }
    }

    /// Gathers the entries of a map, leaving out what is absent.
    final class MapBuilder {
        private final java.util.Map<Cbor, Cbor> entries = new LinkedHashMap<>();

        public MapBuilder put(long key, Cbor value) {
            entries.put(new Int(key), value);
            return this;
        }

        public MapBuilder put(String key, Cbor value) {
            entries.put(new Text(key), value);
            return this;
        }

        public Map build() {
            return new Map(entries);
        }
    }

    static MapBuilder map() {
        return new MapBuilder();
    }

    /// Reads one value that fills all of `bytes`.
    ///
    /// @throws Malformed for a length not stated at the start, a number not in its shortest form, a key twice
    ///     or of
    /// another type than number or text, bytes after the end, more than 16 levels, or text that is not UTF-8
    static Cbor read(byte[] bytes) throws Malformed {
        return CborReader.read(bytes);
    }

    /// Reads what a byte string carries.
    ///
    /// @throws Malformed as above
    static Cbor read(Bytes carried) throws Malformed {
        return CborReader.read(carried.raw());
    }

    /// Map keys in the order of their bytes, numbers in their shortest form.
    static byte[] write(Cbor value) {
        return CborWriter.write(value);
    }
}
