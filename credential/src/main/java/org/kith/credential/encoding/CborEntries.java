package org.kith.credential.encoding;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The entries of a CBOR map, in their order, never to be changed. Most maps have a handful, which are found sooner by
/// looking at each than by hashing; one with many, as a stranger may send it, has an index.
final class CborEntries extends AbstractMap<Cbor, Cbor> {
    private static final int A_HANDFUL = 16;

    private final Cbor[] keys;
    private final Cbor[] values;
    private final @Nullable Map<Cbor, Integer> index;

    private CborEntries(Cbor[] keys, Cbor[] values, @Nullable Map<Cbor, Integer> index) {
        this.keys = keys;
        this.values = values;
        this.index = index;
    }

    /// Takes the arrays, which nobody changes any more; null if a key is there twice.
    static @Nullable CborEntries of(Cbor[] keys, Cbor[] values) {
        if (keys.length > A_HANDFUL) {
            var index = HashMap.<Cbor, Integer>newHashMap(keys.length);
            for (var i = 0; i < keys.length; i++) {
                if (index.put(keys[i], i) != null) return null;
            }
            return new CborEntries(keys, values, index);
        }
        for (var i = 1; i < keys.length; i++) {
            for (var before = 0; before < i; before++) {
                if (same(keys[i], keys[before])) return null;
            }
        }
        return new CborEntries(keys, values, null);
    }

    static CborEntries copyOf(Map<Cbor, Cbor> entries) {
        if (entries instanceof CborEntries own) return own;

        var index = 0;
        var keys = new Cbor[entries.size()];
        var values = new Cbor[keys.length];
        for (var entry : entries.entrySet()) {
            keys[index] = entry.getKey();
            values[index++] = entry.getValue();
        }
        var copy = of(keys, values);
        if (copy == null) throw new IllegalArgumentException("a CBOR map key given twice");
        return copy;
    }

    @Nullable
    Cbor at(long key) {
        if (index != null) return get(new Cbor.Int(key));

        for (var i = 0; i < keys.length; i++) {
            if (keys[i] instanceof Cbor.Int(var number) && number == key) return values[i];
        }
        return null;
    }

    @Nullable
    Cbor at(String key) {
        if (index != null) return get(new Cbor.Text(key));

        for (var i = 0; i < keys.length; i++) {
            if (keys[i] instanceof Cbor.Text(var text) && text.equals(key)) return values[i];
        }
        return null;
    }

    @Override
    public @Nullable Cbor get(@Nullable Object key) {
        var found = find(key);
        return found < 0 ? null : values[found];
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) >= 0;
    }

    private int find(@Nullable Object key) {
        if (index != null) return index.getOrDefault(key, -1);

        for (var i = 0; key instanceof Cbor wanted && i < keys.length; i++) {
            if (same(keys[i], wanted)) return i;
        }
        return -1;
    }

    /// What a record would say of itself in ten times the time.
    private static boolean same(Cbor one, Cbor other) {
        return switch (one) {
            case Cbor.Int(var number) -> other instanceof Cbor.Int(var another) && number == another;
            case Cbor.Text(var text) -> other instanceof Cbor.Text(var another) && text.equals(another);
            default -> one.equals(other);
        };
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public Set<Entry<Cbor, Cbor>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<Cbor, Cbor>> iterator() {
                return each();
            }

            @Override
            public int size() {
                return keys.length;
            }
        };
    }

    private Iterator<Entry<Cbor, Cbor>> each() {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < keys.length;
            }

            @Override
            public Entry<Cbor, Cbor> next() {
                if (!hasNext()) throw new NoSuchElementException();

                return Map.entry(keys[next], values[next++]);
            }
        };
    }
}
