package org.kith.specimen;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;

/// Basic access control, the chip's side (ICAO 9303-11 §4.3).
final class Bac {
    private final Ciphers.TripleDes ciphers;
    private final byte[] challenge;
    private final SecureRandom random;

    /// @param password the digest over what the page prints
    Bac(byte[] password, SecureRandom random) {
        this.ciphers = Ciphers.TripleDes.of(Arrays.copyOf(password, 16));
        this.random = random;
        this.challenge = new byte[8];
        random.nextBytes(challenge);
    }

    byte[] challenge() {
        return challenge;
    }

    /// What both have proved to each other.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Agreed(byte[] answer, SecureChannel channel) {}

    Optional<Agreed> authenticate(byte[] data) throws GeneralSecurityException {
        if (data.length != 40) return Optional.empty();
        var cryptogram = Arrays.copyOf(data, 32);
        if (!MessageDigest.isEqual(ciphers.mac(Octets.padded(cryptogram, 8)), Arrays.copyOfRange(data, 32, 40)))
            return Optional.empty();

        var opened = ciphers.cipher(Cipher.DECRYPT_MODE).doFinal(cryptogram);
        if (!MessageDigest.isEqual(challenge, Arrays.copyOfRange(opened, 8, 16))) return Optional.empty();
        var theirs = Arrays.copyOf(opened, 8);
        var part = new byte[16];
        random.nextBytes(part);
        var answer = ciphers.cipher(Cipher.ENCRYPT_MODE).doFinal(Octets.join(challenge, theirs, part));
        var seed = new byte[16];
        for (var at = 0; at < 16; at++) seed[at] = (byte) (opened[16 + at] ^ part[at]);
        var counter = Octets.join(Arrays.copyOfRange(challenge, 4, 8), Arrays.copyOfRange(theirs, 4, 8));
        var channel = new SecureChannel(Ciphers.TripleDes.of(seed), counter);
        return Optional.of(new Agreed(Octets.join(answer, ciphers.mac(Octets.padded(answer, 8))), channel));
    }
}
