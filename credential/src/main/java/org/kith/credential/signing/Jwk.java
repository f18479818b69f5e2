package org.kith.credential.signing;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A public key on P-256 as a JSON Web Key (RFC 7517, RFC 7518 §6.2.1). It can only be built from a point on
/// the curve.
public final class Jwk {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private final ECPublicKey publicKey;
    private final BigInteger x;
    private final BigInteger y;
    /// Worked out when first asked for: a holder's key is made for each verification, and few ask.
    private @Nullable String thumbprint;

    private Jwk(BigInteger x, BigInteger y) {
        this.publicKey = P256.publicKey(x, y);
        this.x = x;
        this.y = y;
    }

    /// A key already parsed.
    ///
    /// @throws IllegalArgumentException if the key is not a point on P-256
    public static Jwk of(ECPublicKey key) {
        if (!P256.holds(key)) throw new IllegalArgumentException("The public key is not on the curve P-256.");
        return new Jwk(key.getW().getAffineX(), key.getW().getAffineY());
    }

    /// Reads the members `kty`, `crv`, `x` and `y` of a parsed JSON object; others are left alone.
    ///
    /// @throws IllegalArgumentException naming the member at fault; a private key (`d`) is refused too
    public static Jwk from(Map<String, ?> json) {
        if (json.containsKey("d")) throw new IllegalArgumentException("A JWK with \"d\" is a private key.");
        require("EC".equals(json.get("kty")), "kty", "must be \"EC\"");
        require("P-256".equals(json.get("crv")), "crv", "must be \"P-256\"");
        return new Jwk(coordinate(json, "x"), coordinate(json, "y"));
    }

    /// The uncompressed point of SEC 1 §2.3.3 without its leading 4: X then Y, 32 bytes each.
    ///
    /// @throws IllegalArgumentException if it is not a point on P-256
    public static Jwk ofPoint(byte[] x, byte[] y) {
        if (x.length != P256.COORDINATE || y.length != P256.COORDINATE) {
            throw new IllegalArgumentException("A coordinate of P-256 has 32 bytes.");
        }
        return new Jwk(new BigInteger(1, x), new BigInteger(1, y));
    }

    /// The members `kty`, `crv`, `x`, `y`, in this order.
    public Map<String, Object> toMap() {
        var json = new LinkedHashMap<String, Object>();
        json.put("kty", "EC");
        json.put("crv", "P-256");
        json.put("x", text(x));
        json.put("y", text(y));
        return json;
    }

    /// The first coordinate, 32 bytes.
    public byte[] x() {
        return bytes(x);
    }

    /// The second coordinate, 32 bytes.
    public byte[] y() {
        return bytes(y);
    }

    public ECPublicKey publicKey() {
        return publicKey;
    }

    /// SHA-256 over the required members in order, base64url without padding: 43 letters (RFC 7638 §3).
    public String thumbprint() {
        var known = thumbprint;
        if (known != null) return known;
        var computed = BASE64URL.encodeToString(
                sha256("{\"crv\":\"P-256\",\"kty\":\"EC\",\"x\":\"" + text(x) + "\",\"y\":\"" + text(y) + "\"}"));
        thumbprint = computed;
        return computed;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Jwk that && x.equals(that.x) && y.equals(that.y);
    }

    @Override
    public int hashCode() {
        return x.hashCode();
    }

    @Override
    public String toString() {
        return "Jwk[" + thumbprint() + "]";
    }

    private static BigInteger coordinate(Map<String, ?> json, String member) {
        require(json.get(member) instanceof String, member, "is missing or not text");
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode((String) json.get(member));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("JWK \"" + member + "\" is not base64url.", e);
        }
        require(bytes.length == P256.COORDINATE, member, "must be 32 bytes");
        require(BASE64URL.encodeToString(bytes).equals(json.get(member)), member, "is not base64url without padding");
        return new BigInteger(1, bytes);
    }

    private static void require(boolean holds, String member, String what) {
        if (!holds) throw new IllegalArgumentException("JWK \"" + member + "\" " + what + ".");
    }

    private static String text(BigInteger coordinate) {
        return BASE64URL.encodeToString(bytes(coordinate));
    }

    private static byte[] bytes(BigInteger coordinate) {
        var signed = coordinate.toByteArray();
        var bytes = new byte[P256.COORDINATE];
        var length = Math.min(signed.length, P256.COORDINATE);
        System.arraycopy(signed, signed.length - length, bytes, P256.COORDINATE - length, length);
        return bytes;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
