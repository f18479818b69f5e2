package org.kith.server.audit;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.TreeMap;

/// Details with 32 random bytes in front. The entry holds only their SHA-256, which says nothing once they are gone,
/// and while they are there, that they are the ones written down.
final class Commitment {
    private static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] opening;

    private Commitment(byte[] opening) {
        this.opening = opening;
    }

    static Commitment opened(byte[] opening) {
        return new Commitment(opening.clone());
    }

    static Commitment to(Details details) {
        var salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        var members = new TreeMap<String, String>();
        details.values().forEach((detail, value) -> members.put(detail.name(), value));
        var json = Canonical.json(members).getBytes(US_ASCII);
        return new Commitment(
                ByteBuffer.allocate(SALT + json.length).put(salt).put(json).array());
    }

    /// What is kept in the vault.
    byte[] opening() {
        return opening.clone();
    }

    Hash hash() {
        return Hash.over(opening);
    }

    Details details() {
        var json = new String(Arrays.copyOfRange(opening, SALT, opening.length), US_ASCII);
        var values = new EnumMap<Detail, String>(Detail.class);
        Canonical.read(json).forEach((name, value) -> values.put(Detail.valueOf(name), value));
        return Details.read(values);
    }
}
