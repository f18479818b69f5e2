package org.kith.server.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/// The two secrets of a country: one wraps its people's keys, one makes its look-up codes.
///
/// @param id eight random bytes, which every key it wraps names, so that a destroyed one is known when met again
record CountryKey(long id, Secret wrapping, Secret lookUps) {
    private static final byte FORM = 1;
    private static final int HEADER = 1 + Long.BYTES;

    static CountryKey random() {
        var id = ByteBuffer.wrap(Secret.randomBytes(Long.BYTES)).getLong();
        return new CountryKey(id, Secret.random(), Secret.random());
    }

    /// As it lies in its file: form, id, then both secrets under the root key.
    byte[] wrapped(String country, Secret root) {
        var both = ByteBuffer.allocate(2 * Secret.LENGTH)
                .put(wrapping.reveal())
                .put(lookUps.reveal())
                .array();
        try {
            var sealed = root.aead().encrypt(both, bound(country, id));
            return ByteBuffer.allocate(HEADER + sealed.length)
                    .put(FORM)
                    .putLong(id)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static CountryKey unwrapped(String country, byte[] file, Secret root) {
        if (file.length <= HEADER || file[0] != FORM)
            throw new KeyRefusal("The key file of " + country + " is damaged.");

        var buffer = ByteBuffer.wrap(file, 1, file.length - 1);
        var id = buffer.getLong();
        var sealed = new byte[buffer.remaining()];
        buffer.get(sealed);
        try {
            var both = ByteBuffer.wrap(root.aead().decrypt(sealed, bound(country, id)));
            return new CountryKey(id, next(both), next(both));
        } catch (GeneralSecurityException e) {
            throw new KeyRefusal("The key file of " + country + " does not open under the root key.", e);
        }
    }

    String idText() {
        return idText(id);
    }

    static String idText(long id) {
        return HexFormat.of().toHexDigits(id);
    }

    private static Secret next(ByteBuffer both) {
        var bytes = new byte[Secret.LENGTH];
        both.get(bytes);
        return Secret.of(bytes);
    }

    private static byte[] bound(String country, long id) {
        return ("kith country key " + country + " " + idText(id)).getBytes(StandardCharsets.US_ASCII);
    }
}
