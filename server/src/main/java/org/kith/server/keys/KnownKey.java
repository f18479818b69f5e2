package org.kith.server.keys;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;

/// An Ed25519 key that follows from 32 bytes which are no secret. **Anybody can work it out**: for the demonstration,
/// which
/// has to sign in invented people's names, and for nothing else.
public final class KnownKey {
    private static final String ALGORITHM = "Ed25519";
    private static final int LENGTH = 32;

    private final KeyPair pair;

    private KnownKey(KeyPair pair) {
        this.pair = pair;
    }

    public static KnownKey of(byte[] seed) {
        if (seed.length != LENGTH) throw new IllegalArgumentException("An Ed25519 key follows from 32 bytes.");
        try {
            var generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
            return new KnownKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The 32 bytes of the public half; the last of its X.509 form (RFC 8410 §4).
    public byte[] publicHalf() {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length);
    }

    public byte[] sign(byte[]... parts) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            for (var part : parts) signature.update(part);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Not random at all: gives the bytes a private key consists of.
    private static final class Seed extends SecureRandom {
        private final transient byte[] bytes;

        Seed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] into) {
            System.arraycopy(bytes, 0, into, 0, into.length);
        }
    }
}
