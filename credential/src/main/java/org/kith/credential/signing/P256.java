package org.kith.credential.signing;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;

/// The curve P-256 (FIPS 186-5, secp256r1), and whether a key lies on it.
final class P256 {
    /// Bytes of a coordinate, of R and of S.
    static final int COORDINATE = 32;

    static final ECParameterSpec CURVE = curve();
    private static final BigInteger FIELD = ((ECFieldFp) CURVE.getCurve().getField()).getP();

    private P256() {}

    /// A point off the curve can give a private key away (invalid-curve attack), so every key is looked at
    /// before use.
    static boolean holds(ECPublicKey key) {
        var curve = key.getParams();
        return curve != null
                && curve.getCurve().equals(CURVE.getCurve())
                && curve.getGenerator().equals(CURVE.getGenerator())
                && curve.getOrder().equals(CURVE.getOrder())
                && holds(key.getW());
    }

    /// The cofactor is 1, so a point on the curve is also in the right group.
    static boolean holds(ECPoint point) {
        if (point.equals(ECPoint.POINT_INFINITY)) return false;
        var x = point.getAffineX();
        var y = point.getAffineY();
        if (!inField(x) || !inField(y)) return false;

        var a = CURVE.getCurve().getA();
        var b = CURVE.getCurve().getB();
        var right = x.multiply(x).add(a).multiply(x).add(b).mod(FIELD);
        return y.multiply(y).mod(FIELD).equals(right);
    }

    static ECPublicKey publicKey(BigInteger x, BigInteger y) {
        var point = new ECPoint(x, y);
        if (!holds(point)) throw new IllegalArgumentException("The point (x, y) is not on the curve P-256.");
        try {
            return (ECPublicKey) CryptoProvider.ec().generatePublic(new ECPublicKeySpec(point, CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The point (x, y) is refused by the provider.", e);
        }
    }

    private static boolean inField(BigInteger coordinate) {
        return coordinate.signum() >= 0 && coordinate.compareTo(FIELD) < 0;
    }

    private static ECParameterSpec curve() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no P-256", e);
        }
    }
}
