package org.kith.credential.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Cbor;

/// An officer's passkey in software, of each kind that authenticators make.
final class SomePasskey {
    private final KeyPair pair;
    private final Kind kind;

    enum Kind {
        ES256("SHA256withECDSA"),
        EDDSA("Ed25519"),
        RS256("SHA256withRSA");

        private final String algorithm;

        Kind(String algorithm) {
            this.algorithm = algorithm;
        }
    }

    SomePasskey(Kind kind) {
        this.kind = kind;
        try {
            this.pair = switch (kind) {
                case ES256 -> ec();
                case EDDSA -> KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                case RS256 -> rsa(2048);
            };
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    byte[] cose() {
        return Cbor.write(
                switch (pair.getPublic()) {
                    case ECPublicKey key ->
                        Cbor.map()
                                .put(1, new Cbor.Int(2))
                                .put(3, new Cbor.Int(-7))
                                .put(-1, new Cbor.Int(1))
                                .put(-2, new Cbor.Bytes(fixed(key.getW().getAffineX())))
                                .put(-3, new Cbor.Bytes(fixed(key.getW().getAffineY())))
                                .build();
                    case EdECPublicKey key -> {
                        var encoded = key.getEncoded();
                        yield Cbor.map()
                                .put(1, new Cbor.Int(1))
                                .put(3, new Cbor.Int(-8))
                                .put(-1, new Cbor.Int(6))
                                .put(-2, new Cbor.Bytes(Arrays.copyOfRange(encoded, 12, encoded.length)))
                                .build();
                    }
                    case RSAPublicKey key ->
                        Cbor.map()
                                .put(1, new Cbor.Int(3))
                                .put(3, new Cbor.Int(-257))
                                .put(-1, new Cbor.Bytes(unsigned(key.getModulus())))
                                .put(-2, new Cbor.Bytes(unsigned(key.getPublicExponent())))
                                .build();
                    default -> throw new AssertionError();
                });
    }

    PasskeyAssertion show(byte[] challenge, String party, String origin) {
        return show(challenge, party, origin, 0x05, "webauthn.get");
    }

    PasskeyAssertion show(byte[] challenge, String party, String origin, int flags, String type) {
        var header = ByteBuffer.allocate(37)
                .put(Digest.sha256(party.getBytes(UTF_8)))
                .put((byte) flags)
                .putInt(7)
                .array();
        var client = """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, Base64Url.write(challenge), origin).getBytes(UTF_8);
        var signed = new ByteArrayOutputStream();
        signed.writeBytes(header);
        signed.writeBytes(Digest.sha256(client));
        try {
            var signature = Signature.getInstance(kind.algorithm);
            signature.initSign(pair.getPrivate());
            signature.update(signed.toByteArray());
            return new PasskeyAssertion(header, client, signature.sign());
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair ec() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC", "SunEC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    static KeyPair rsa(int bits) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static byte[] fixed(BigInteger number) {
        var bytes = unsigned(number);
        var fixed = new byte[32];
        System.arraycopy(bytes, 0, fixed, 32 - bytes.length, bytes.length);
        return fixed;
    }

    static byte[] unsigned(BigInteger number) {
        var bytes = number.toByteArray();
        return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }
}
