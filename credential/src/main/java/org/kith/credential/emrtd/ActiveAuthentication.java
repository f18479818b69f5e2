package org.kith.credential.emrtd;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.kith.credential.encoding.Malformed;

/// Whether a chip holds the private key of its DG15, and so is no copy (ICAO 9303-11 §6.1). It signs a challenge that
/// whoever checks has chosen; one chosen by anybody else proves nothing.
public final class ActiveAuthentication {
    /// Octets of a challenge.
    public static final int CHALLENGE = 8;

    private static final int TAG = 0x6F;
    private static final int LONGEST = 8 * 1024;

    private final PublicKey key;
    private final String digest;

    private ActiveAuthentication(PublicKey key, String digest) {
        this.key = key;
        this.digest = digest;
    }

    static Optional<ActiveAuthentication> of(byte[] dg15, Optional<byte[]> dg14) {
        try {
            var info = Tlv.only(dg15, TAG);
            Asn1.object(info, LONGEST);
            var key = Asn1.read("a public key", () -> publicKey(info));
            if (!isUsable(key)) return Optional.empty();
            // Some states left the digest away before it was asked for.
            var digest =
                    dg14.flatMap(ChipSecurity::digestOfActiveAuthentication).orElse("SHA-256");
            return Optional.of(new ActiveAuthentication(key, digest));
        } catch (Malformed _) {
            return Optional.empty();
        }
    }

    /// Whether the chip signed this challenge.
    public boolean isProvenBy(byte[] challenge, byte[] response) {
        if (challenge.length != CHALLENGE) throw new IllegalArgumentException("a challenge has eight octets");
        try {
            return switch (key) {
                case RSAPublicKey rsa -> isProven(rsa, challenge, response);
                case ECPublicKey ec -> isProven(ec, challenge, response);
                default -> false;
            };
        } catch (GeneralSecurityException | RuntimeException _) {
            return false;
        }
    }

    /// ISO/IEC 9796-2, scheme 1: the signature holds a part of the message that only the chip knows, and the digest
    /// over
    /// it and the challenge.
    private static boolean isProven(RSAPublicKey key, byte[] challenge, byte[] response) {
        var signature = new BigInteger(1, response);
        if (signature.signum() == 0 || signature.compareTo(key.getModulus()) >= 0) return false;

        var octets = (key.getModulus().bitLength() + 7) / 8;
        var opened = octets(signature.modPow(key.getPublicExponent(), key.getModulus()), octets);
        // Its last nibble is 12; where it is not, the signer gave the lesser of two numbers (ISO/IEC 9796-2 §B.6).
        if ((opened[octets - 1] & 0x0F) != 0x0C)
            opened = octets(key.getModulus().subtract(new BigInteger(1, opened)), octets);
        var trailer = Trailer.of(opened);
        if (trailer.isEmpty() || opened[0] != 0x6A) return false;

        var from = octets - trailer.get().octets() - trailer.get().digestOctets();
        if (from < 1) return false;
        var known = Arrays.copyOfRange(opened, 1, from);
        var digest = Arrays.copyOfRange(opened, from, from + trailer.get().digestOctets());
        return MessageDigest.isEqual(digest, Digests.of(trailer.get().digest(), known, challenge));
    }

    /// Both numbers one after the other, not as DER (TR-03111 §5.2.1).
    private boolean isProven(ECPublicKey key, byte[] challenge, byte[] response) throws GeneralSecurityException {
        var octets = (key.getParams().getOrder().bitLength() + 7) / 8;
        if (response.length != 2 * octets) return false;

        var verification = Signature.getInstance(digest.replace("-", "") + "withPLAIN-ECDSA", Asn1.PROVIDER);
        verification.initVerify(key);
        verification.update(challenge);
        return verification.verify(response);
    }

    private static PublicKey publicKey(byte[] info) throws GeneralSecurityException {
        var spec = new X509EncodedKeySpec(info);
        try {
            return KeyFactory.getInstance("EC", Asn1.PROVIDER).generatePublic(spec);
        } catch (GeneralSecurityException | RuntimeException _) {
            return KeyFactory.getInstance("RSA", Asn1.PROVIDER).generatePublic(spec);
        }
    }

    /// Chips are slow: states gave them keys of 1,024 bits for a time, which a copy cannot break at a counter.
    private static boolean isUsable(PublicKey key) {
        return key instanceof RSAPublicKey rsa
                ? rsa.getModulus().bitLength() >= 1024
                        && rsa.getModulus().bitLength() <= 4096
                        && rsa.getPublicExponent().bitLength() <= 64
                : Certificates.isStrong(key);
    }

    private static byte[] octets(BigInteger number, int length) {
        var plain = number.toByteArray();
        var octets = new byte[length];
        var from = Math.max(0, plain.length - length);
        System.arraycopy(plain, from, octets, length - (plain.length - from), plain.length - from);
        return octets;
    }

    @Override
    public String toString() {
        return "ActiveAuthentication[" + key.getAlgorithm().toLowerCase(Locale.ROOT) + "]";
    }

    /// How the signature ends: which digest it holds (ISO/IEC 10118-3).
    private record Trailer(String digest, int digestOctets, int octets) {
        static Optional<Trailer> of(byte[] opened) {
            var last = opened[opened.length - 1] & 0xFF;
            if (last == 0xBC) return Optional.of(new Trailer("SHA-1", 20, 1));
            if (last != 0xCC) return Optional.empty();
            return switch (opened[opened.length - 2]) {
                case 0x33 -> Optional.of(new Trailer("SHA-1", 20, 2));
                case 0x34 -> Optional.of(new Trailer("SHA-256", 32, 2));
                case 0x35 -> Optional.of(new Trailer("SHA-512", 64, 2));
                case 0x36 -> Optional.of(new Trailer("SHA-384", 48, 2));
                case 0x38 -> Optional.of(new Trailer("SHA-224", 28, 2));
                default -> Optional.empty();
            };
        }
    }
}
