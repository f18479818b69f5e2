package org.kith.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.signing.Es256;
import org.kith.credential.signing.Jwk;
import org.kith.credential.signing.Signer;

/// A key on P-256, and JWTs that it signs.
record WalletKey(Signer signer, Jwk key) {
    static WalletKey fresh() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        var pair = generator.generateKeyPair();
        var publicKey = (ECPublicKey) pair.getPublic();
        return new WalletKey(Es256.signer((ECPrivateKey) pair.getPrivate(), publicKey), Jwk.of(publicKey));
    }

    String jwt(String type, Map<String, ?> claims) {
        return jwt(Map.of("typ", type, "alg", "ES256"), claims);
    }

    /// With the public key in the header.
    String proof(String type, Map<String, ?> claims) {
        return jwt(Map.of("typ", type, "alg", "ES256", "jwk", key.toMap()), claims);
    }

    private String jwt(Map<String, ?> header, Map<String, ?> claims) {
        var text = Base64Url.write(Json.write(header)) + "." + Base64Url.write(Json.write(new LinkedHashMap<>(claims)));
        return text + "." + Base64Url.write(signer.sign(text.getBytes(US_ASCII)));
    }
}
