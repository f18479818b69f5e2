package org.kith.server.keys;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;

/// The key that RFC 6979 §A.2.5 prints, private half and all.
final class PrintedKey {
    private static final String X = "C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721";
    private static final String UX = "60FED4BA255A9D31C961EB74C6356D68C049B8923B61FA6CE669622E60F29FB6";
    private static final String UY = "7903FE1008B8BC99A41AE9E95628BC64F2F1B20C2D7E9F5177A3C294D4462299";

    private PrintedKey() {}

    static NewKey ofRfc6979() {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var curve = parameters.getParameterSpec(ECParameterSpec.class);
            var factory = KeyFactory.getInstance("EC");
            var point = new ECPoint(new BigInteger(UX, 16), new BigInteger(UY, 16));
            return NewKey.certified(
                    Purpose.CARD,
                    new Issuer("Utopia", false),
                    MadeKeys.MADE,
                    (ECPrivateKey) factory.generatePrivate(new ECPrivateKeySpec(new BigInteger(X, 16), curve)),
                    (ECPublicKey) factory.generatePublic(new ECPublicKeySpec(point, curve)),
                    null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
