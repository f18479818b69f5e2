package org.kith.credential.emrtd;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Digests that every Java runtime has.
final class Digests {
    private Digests() {}

    static byte[] of(String algorithm, byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance(algorithm);
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
