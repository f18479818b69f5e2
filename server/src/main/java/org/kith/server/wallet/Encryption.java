package org.kith.server.wallet;

import static org.kith.server.wallet.WalletFault.Code.INVALID_CREDENTIAL_REQUEST;
import static org.kith.server.wallet.WalletFault.Code.INVALID_ENCRYPTION_PARAMETERS;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.credential.signing.Jwk;
import org.kith.server.keys.RequestKey;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Requests and answers that are encrypted, besides TLS, where it ends before us (OpenID4VCI 10). **Nothing is
/// compressed**: what is small would be let grow without end.
@Component
public class Encryption {
    private static final List<EncryptionMethod> METHODS = List.of(EncryptionMethod.A128GCM, EncryptionMethod.A256GCM);

    private final RequestKey key;

    Encryption(RequestKey key) {
        this.key = key;
    }

    /// What an answer is to be encrypted with.
    public record Wanted(Jwk key, String keyId, EncryptionMethod method) {}

    /// What is in an encrypted request.
    byte[] open(String text) {
        try {
            var request = JWEObject.parse(text);
            var header = request.getHeader();
            if (!JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                    || !METHODS.contains(header.getEncryptionMethod())
                    || header.getCompressionAlgorithm() != null) {
                throw unopened("alg is ECDH-ES, enc A128GCM or A256GCM, and nothing is compressed");
            }
            if (header.getKeyID() != null && !header.getKeyID().equals(keyId())) throw unopened("kid is another key");
            return key.open(request);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            throw unopened("the request does not open with our key");
        }
    }

    /// Empty where an answer is to go out as it is.
    Optional<Wanted> wanted(JsonNode request) {
        var wanted = request.path("credential_response_encryption");
        if (wanted.isMissingNode()) return Optional.empty();
        if (wanted.has("zip")) throw refused("zip is not supported");
        var jwk = wanted.path("jwk");
        var alg = jwk.path("alg").asString("ECDH-ES");
        if (!alg.equals("ECDH-ES")) throw refused("alg is ECDH-ES");
        var method = METHODS.stream()
                .filter(each -> each.getName().equals(wanted.path("enc").asString("")))
                .findFirst()
                .orElseThrow(() -> refused("enc is A128GCM or A256GCM"));
        var members = new LinkedHashMap<String, Object>();
        jwk.properties()
                .forEach(each -> members.put(each.getKey(), each.getValue().asString("")));
        var recipient = SignedToken.key(members).orElseThrow(() -> refused("jwk is a public key on P-256"));
        return Optional.of(new Wanted(recipient, jwk.path("kid").asString(""), method));
    }

    String close(byte[] answer, Wanted wanted) {
        try {
            var header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, wanted.method());
            if (!wanted.keyId().isEmpty()) header.keyID(wanted.keyId());
            var closed = new JWEObject(header.build(), new Payload(answer));
            closed.encrypt(new ECDHEncrypter(wanted.key().publicKey()));
            return closed.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java runtime has no ECDH-ES", e);
        }
    }

    /// As the issuer's metadata tells it.
    Map<String, Object> forRequests() {
        var jwk = new LinkedHashMap<>(key.publicKey().toMap());
        jwk.put("kid", keyId());
        jwk.put("use", "enc");
        jwk.put("alg", "ECDH-ES");
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("jwks", Map.of("keys", List.of(jwk)));
        said.put("enc_values_supported", names());
        said.put("encryption_required", false);
        return said;
    }

    Map<String, Object> forAnswers() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("alg_values_supported", List.of("ECDH-ES"));
        said.put("enc_values_supported", names());
        said.put("encryption_required", false);
        return said;
    }

    private String keyId() {
        return key.publicKey().thumbprint();
    }

    private static List<String> names() {
        return METHODS.stream().map(EncryptionMethod::getName).toList();
    }

    private static WalletFault unopened(String why) {
        return new WalletFault(INVALID_CREDENTIAL_REQUEST, why);
    }

    private static WalletFault refused(String why) {
        return new WalletFault(INVALID_ENCRYPTION_PARAMETERS, "credential_response_encryption: " + why);
    }
}
