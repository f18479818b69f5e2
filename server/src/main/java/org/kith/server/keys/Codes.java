package org.kith.server.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Keyed codes that know no country.
@Component
public class Codes {
    private static final long TEN_DIGITS = 10_000_000_000L;

    private final Keys keys;

    Codes(Keys keys) {
        this.keys = keys;
    }

    /// A code of 32 bytes: the same for the same label and message, and telling nothing.
    public byte[] lookUp(String label, byte[] message) {
        return keys.secret(SecretName.LOOK_UPS).mac(label.getBytes(StandardCharsets.US_ASCII), message);
    }

    /// The number that stands for an officer where a name would say too much: below ten thousand million.
    public long pseudonym(UUID officer) {
        var code =
                keys.secret(SecretName.PSEUDONYMS).mac("officer".getBytes(StandardCharsets.US_ASCII), bytes(officer));
        return Long.remainderUnsigned(ByteBuffer.wrap(code).getLong(), TEN_DIGITS);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
