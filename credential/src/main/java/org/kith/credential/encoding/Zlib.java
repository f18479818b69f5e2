package org.kith.credential.encoding;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// DEFLATE in the ZLIB format (RFC 1950, RFC 1951).
public final class Zlib {
    private static final int STEP = 64 * 1024;

    private Zlib() {}

    /// Packs.
    ///
    /// @param level 1 (fast) to 9 (small), as `java.util.zip.Deflater` counts
    public static byte[] deflate(byte[] bytes, int level) {
        var deflater = new Deflater(level);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new byte[Math.max(64, bytes.length / 8)];
            var length = 0;
            while (!deflater.finished()) {
                if (length == out.length) out = Arrays.copyOf(out, out.length * 2);
                length += deflater.deflate(out, length, out.length - length);
            }
            return Arrays.copyOf(out, length);
        } finally {
            deflater.end();
        }
    }

    /// A few hundred bytes can inflate to gigabytes, so never more than `limit` bytes are made.
    ///
    /// @throws Malformed if there would be more, the stream is cut short or damaged, or something follows it
    public static byte[] inflate(byte[] zlib, int limit) throws Malformed {
        var inflater = new Inflater();
        try {
            inflater.setInput(zlib);
            var out = new byte[Math.min(limit, STEP) + 1];
            var length = 0;
            while (!inflater.finished()) {
                if (length > limit) throw new Malformed("inflates to more than " + limit + " bytes");
                if (length == out.length) out = Arrays.copyOf(out, (int) Math.min(limit + 1L, out.length * 2L));
                var made = inflater.inflate(out, length, out.length - length);
                if (made == 0 && !inflater.finished()) throw new Malformed("compressed data is cut short");
                length += made;
            }
            if (length > limit) throw new Malformed("inflates to more than " + limit + " bytes");
            if (inflater.getRemaining() > 0) throw new Malformed("bytes follow the compressed data");
            return Arrays.copyOf(out, length);
        } catch (DataFormatException e) {
            throw new Malformed("compressed data is damaged");
        } finally {
            inflater.end();
        }
    }
}
