package org.kith.specimen;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;

/// Secure messaging as the chip sees it (ICAO 9303-11 §9.8).
final class SecureChannel {
    private final Ciphers ciphers;
    private final byte[] counter;

    SecureChannel(Ciphers ciphers, byte[] counter) {
        this.ciphers = ciphers;
        this.counter = counter;
    }

    /// The command inside; nothing where its seal is wrong.
    Optional<Command> open(byte[] apdu) throws GeneralSecurityException {
        count();
        var outer = Command.read(apdu);
        var objects = Octets.objects(outer.data());
        var seal = objects.remove(0x8E);
        var sealed = Octets.padded(outer.header(), ciphers.block());
        for (var object : objects.entrySet())
            sealed = Octets.join(sealed, Octets.object(object.getKey(), object.getValue()));
        if (seal == null || !MessageDigest.isEqual(seal(sealed, !objects.isEmpty()), seal)) return Optional.empty();

        var data = new byte[0];
        var cryptogram = objects.get(0x87);
        if (cryptogram != null) data = decrypted(Arrays.copyOfRange(cryptogram, 1, cryptogram.length));
        var odd = objects.get(0x85);
        if (odd != null) data = decrypted(odd);
        var expected = objects.get(0x97);
        return Optional.of(new Command(
                outer.cla() & 0xF3,
                outer.instruction(),
                outer.p1(),
                outer.p2(),
                data,
                expected == null ? 0 : length(expected)));
    }

    /// An answer with its two octets of status, sealed.
    byte[] seal(byte[] answer) throws GeneralSecurityException {
        count();
        var data = Arrays.copyOf(answer, answer.length - 2);
        var status = Arrays.copyOfRange(answer, answer.length - 2, answer.length);
        var body = Octets.object(0x99, status);
        if (data.length > 0) {
            var cipher = ciphers.cipher(Cipher.ENCRYPT_MODE, counter);
            var cryptogram = cipher.doFinal(Octets.padded(data, ciphers.block()));
            body = Octets.join(Octets.object(0x87, new byte[] {1}, cryptogram), body);
        }
        return Octets.join(body, Octets.object(0x8E, seal(body, true)), status);
    }

    private byte[] seal(byte[] content, boolean padding) throws GeneralSecurityException {
        var counted = Octets.join(counter, content);
        return ciphers.mac(padding ? Octets.padded(counted, ciphers.block()) : counted);
    }

    private byte[] decrypted(byte[] cryptogram) throws GeneralSecurityException {
        return Octets.unpadded(ciphers.cipher(Cipher.DECRYPT_MODE, counter).doFinal(cryptogram));
    }

    private void count() {
        for (var at = counter.length - 1; at >= 0; at--) if (++counter[at] != 0) return;
    }

    private static int length(byte[] expected) {
        var length = new BigInteger(1, expected).intValue();
        if (length > 0) return length;
        return expected.length == 1 ? 256 : 65536;
    }
}
