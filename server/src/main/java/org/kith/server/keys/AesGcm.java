package org.kith.server.keys;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// AES-256-GCM with a random nonce of 12 bytes in front and a tag of 16 behind, byte for byte as Tink writes it.
///
/// Tink's own takes its nonces from a source that it makes anew in each thread, and looks for Conscrypt each time: with
/// a thread a request that was a tenth of the server's work.
final class AesGcm implements Aead {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    AesGcm(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    @Override
    public byte[] encrypt(byte[] plain, byte[] bound) throws GeneralSecurityException {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = Arrays.copyOf(nonce, NONCE + plain.length + TAG);
        cipher(Cipher.ENCRYPT_MODE, nonce, bound).doFinal(plain, 0, plain.length, sealed, NONCE);
        return sealed;
    }

    @Override
    public byte[] decrypt(byte[] sealed, byte[] bound) throws GeneralSecurityException {
        if (sealed.length < NONCE + TAG) throw new GeneralSecurityException("too short to be sealed");

        var nonce = Arrays.copyOf(sealed, NONCE);
        return cipher(Cipher.DECRYPT_MODE, nonce, bound).doFinal(sealed, NONCE, sealed.length - NONCE);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] bound) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(bound);
        return cipher;
    }
}
