package org.kith.specimen;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.bouncycastle.jce.spec.ECParameterSpec;
import org.bouncycastle.math.ec.ECPoint;
import org.jspecify.annotations.Nullable;

/// PACE with generic mapping over P-256 and AES-128, the chip's side (ICAO 9303-11 §4.4).
final class Pace {
    static final ECParameterSpec CURVE = ECNamedCurveTable.getParameterSpec("secp256r1");

    private final byte[] password;
    private final SecureRandom random;
    private BigInteger nonce = BigInteger.ZERO;
    private @Nullable ECPoint generator;
    private @Nullable ECPoint own;
    private @Nullable ECPoint theirs;
    private byte[] secret = {};

    Pace(byte[] password, SecureRandom random) {
        this.password = Ciphers.derive(password, 3);
        this.random = random;
    }

    /// One step; the answer's data object, or nothing where the reader does not know the password.
    byte @Nullable [] step(Map<Integer, byte[]> objects) throws GeneralSecurityException {
        var mapping = objects.get(0x81);
        var point = objects.get(0x83);
        var token = objects.get(0x85);
        if (mapping != null) return map(mapping);
        if (point != null) return agree(point);
        if (token != null) return confirm(token);
        return nonce();
    }

    boolean isAgreed() {
        return secret.length > 0;
    }

    SecureChannel channel() {
        return new SecureChannel(Ciphers.Aes.of(secret), new byte[16]);
    }

    private byte[] nonce() throws GeneralSecurityException {
        var plain = new byte[16];
        random.nextBytes(plain);
        nonce = new BigInteger(1, plain);
        var cipher = Cipher.getInstance("AES/CBC/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(password, "AES"), new IvParameterSpec(new byte[16]));
        return Octets.object(0x80, cipher.doFinal(plain));
    }

    private byte[] map(byte[] encoded) {
        var key = number();
        var shared = CURVE.getCurve().decodePoint(encoded).multiply(key);
        generator = CURVE.getG().multiply(nonce).add(shared).normalize();
        return Octets.object(0x82, CURVE.getG().multiply(key).normalize().getEncoded(false));
    }

    private byte[] agree(byte[] encoded) {
        if (generator == null) throw new IllegalStateException("not mapped yet");
        var key = number();
        theirs = CURVE.getCurve().decodePoint(encoded);
        own = generator.multiply(key).normalize();
        secret = theirs.multiply(key).normalize().getAffineXCoord().getEncoded();
        return Octets.object(0x84, own.getEncoded(false));
    }

    private byte @Nullable [] confirm(byte[] token) {
        if (own == null || theirs == null) throw new IllegalStateException("nothing agreed yet");
        var right = MessageDigest.isEqual(token(own), token);
        var answer = Octets.object(0x86, token(theirs));
        return right ? answer : null;
    }

    private byte[] token(ECPoint point) {
        var oid = new ASN1ObjectIdentifier(LogicalData.PACE_ECDH_GM_AES_128);
        try {
            var key = Octets.object(0x7F49, oid.getEncoded(), Octets.object(0x86, point.getEncoded(false)));
            return Ciphers.Aes.of(secret).mac(key);
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private BigInteger number() {
        return new BigInteger(CURVE.getN().bitLength() - 1, random).add(BigInteger.ONE);
    }
}
