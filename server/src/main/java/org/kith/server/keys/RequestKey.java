package org.kith.server.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import org.bouncycastle.jce.ECNamedCurveTable;
import org.kith.credential.signing.Jwk;
import org.springframework.stereotype.Component;

/// The key that requests to us may be encrypted to (ECDH-ES on P-256, RFC 7518 section 4.6). Every node has
/// the same: it follows from a secret they share, of which it tells nothing.
@Component
public class RequestKey {
    private static final BigInteger ONE = BigInteger.ONE;

    private final ECPrivateKey privateKey;
    private final Jwk publicKey;

    RequestKey(Keys keys) {
        try {
            var parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            var curve = parameters.getParameterSpec(ECParameterSpec.class);
            var scalar = scalar(keys.secret(SecretName.LOOK_UPS), curve.getOrder());
            var point = ECNamedCurveTable.getParameterSpec("secp256r1")
                    .getG()
                    .multiply(scalar)
                    .normalize();
            var factory = KeyFactory.getInstance("EC");
            this.privateKey = (ECPrivateKey) factory.generatePrivate(new ECPrivateKeySpec(scalar, curve));
            this.publicKey = Jwk.ofPoint(
                    point.getXCoord().getEncoded(), point.getYCoord().getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no P-256.", e);
        }
    }

    public Jwk publicKey() {
        return publicKey;
    }

    /// Opens what was encrypted to it.
    ///
    /// @throws JOSEException if it was not, or was changed on the way
    public byte[] open(JWEObject request) throws JOSEException {
        request.decrypt(new ECDHDecrypter(privateKey));
        return request.getPayload().toBytes();
    }

    /// From 1 to the order less 1, from 48 bytes so that none is likelier than another (FIPS 186-5 A.2.1).
    private static BigInteger scalar(Secret secret, BigInteger order) {
        var wide = new byte[48];
        System.arraycopy(secret.mac(ascii("wallet requests 1"), new byte[0]), 0, wide, 0, 32);
        System.arraycopy(secret.mac(ascii("wallet requests 2"), new byte[0]), 0, wide, 32, 16);
        return new BigInteger(1, wide).mod(order.subtract(ONE)).add(ONE);
    }

    private static byte[] ascii(String label) {
        return label.getBytes(StandardCharsets.US_ASCII);
    }
}
