package org.kith.specimen;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.engines.DESEngine;
import org.bouncycastle.crypto.macs.CMac;
import org.bouncycastle.crypto.macs.ISO9797Alg3Mac;
import org.bouncycastle.crypto.params.KeyParameter;

/// The keys of a session, and what is done with them (ICAO 9303-11 §9.7 and §9.8).
sealed interface Ciphers {
    int block();

    /// Hides or shows again; `mode` is one of [Cipher]'s.
    Cipher cipher(int mode, byte[] counter) throws GeneralSecurityException;

    /// Eight octets.
    byte[] mac(byte[] content);

    /// The key for a purpose: 1 for hiding, 2 for sealing, 3 for PACE's password.
    static byte[] derive(byte[] secret, int purpose) {
        return Arrays.copyOf(sha1(secret, new byte[] {0, 0, 0, (byte) purpose}), 16);
    }

    static byte[] sha1(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-1");
            for (var part : parts) digest.update(part);
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// After BAC.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record TripleDes(byte[] hiding, byte[] sealing) implements Ciphers {
        static TripleDes of(byte[] seed) {
            return new TripleDes(derive(seed, 1), derive(seed, 2));
        }

        @Override
        public int block() {
            return 8;
        }

        @Override
        public Cipher cipher(int mode, byte[] counter) throws GeneralSecurityException {
            return cipher(mode);
        }

        Cipher cipher(int mode) throws GeneralSecurityException {
            var key = Octets.join(hiding, Arrays.copyOf(hiding, 8));
            var cipher = Cipher.getInstance("DESede/CBC/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "DESede"), new IvParameterSpec(new byte[8]));
            return cipher;
        }

        @Override
        public byte[] mac(byte[] content) {
            var mac = new ISO9797Alg3Mac(new DESEngine(), 64);
            mac.init(new KeyParameter(sealing));
            mac.update(content, 0, content.length);
            var seal = new byte[8];
            mac.doFinal(seal, 0);
            return seal;
        }
    }

    /// After PACE and chip authentication.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Aes(byte[] hiding, byte[] sealing) implements Ciphers {
        static Aes of(byte[] secret) {
            return new Aes(derive(secret, 1), derive(secret, 2));
        }

        @Override
        public int block() {
            return 16;
        }

        @Override
        public Cipher cipher(int mode, byte[] counter) throws GeneralSecurityException {
            var key = new SecretKeySpec(hiding, "AES");
            var block = Cipher.getInstance("AES/ECB/NoPadding");
            block.init(Cipher.ENCRYPT_MODE, key);
            var cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(block.doFinal(counter)));
            return cipher;
        }

        @Override
        public byte[] mac(byte[] content) {
            var mac = new CMac(AESEngine.newInstance());
            mac.init(new KeyParameter(sealing));
            mac.update(content, 0, content.length);
            var seal = new byte[16];
            mac.doFinal(seal, 0);
            return Arrays.copyOf(seal, 8);
        }
    }
}
