package org.kith.credential.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.kith.credential.encoding.Base64Url;
import org.kith.credential.encoding.Json;
import org.kith.credential.encoding.Malformed;
import tools.jackson.databind.JsonNode;

/// A JWS in compact form (RFC 7515 §7.1), read but **not verified**: its payload is only a claim until
/// [#verify] says
/// so.
public final class Jws {
    private final JsonNode header;
    private final byte[] payload;
    private final byte[] signingInput;
    private final byte[] signature;

    private Jws(JsonNode header, byte[] payload, byte[] signingInput, byte[] signature) {
        this.header = header;
        this.payload = payload;
        this.signingInput = signingInput;
        this.signature = signature;
    }

    /// Refuses another algorithm than ES256 and any `crit` extension, since none is understood here.
    public static Jws parse(String compact) throws Malformed {
        var first = compact.indexOf('.');
        var second = compact.indexOf('.', first + 1);
        if (first < 0 || second < 0 || compact.indexOf('.', second + 1) >= 0) {
            throw new Malformed("a JWS has three parts with dots between them");
        }
        var header = Json.object(Base64Url.read(compact.substring(0, first)));
        if (!"ES256".equals(header.path("alg").asString(""))) throw new Malformed("a JWS not signed with ES256");
        if (header.has("crit")) throw new Malformed("a JWS with critical extensions");

        return new Jws(
                header,
                Base64Url.read(compact.substring(first + 1, second)),
                compact.substring(0, second).getBytes(UTF_8),
                Base64Url.read(compact.substring(second + 1)));
    }

    /// Signs under the header `{"alg":"ES256","kid":…,"typ":…}`.
    ///
    /// @param typ media type without `application/`: keeps one kind of token from passing for another (RFC 8725
    ///     §3.11)
    public static String sign(String typ, byte[] payload, Signer signer) {
        return sign(header(typ, signer), payload, signer);
    }

    /// The same, with the signer's certificate in `x5c` beside the `kid`, its root left out.
    public static String sign(String typ, byte[] payload, Signer signer, X509Certificate certificate) {
        var header = header(typ, signer);
        header.put("x5c", X5c.leaf(signer, certificate));
        return sign(header, payload, signer);
    }

    private static Map<String, Object> header(String typ, Signer signer) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "ES256");
        header.put("kid", signer.keyId());
        header.put("typ", typ);
        return header;
    }

    private static String sign(Map<String, Object> header, byte[] payload, Signer signer) {
        var input = Base64Url.write(Json.write(header)) + "." + Base64Url.write(payload);
        return input + "." + Base64Url.write(signer.sign(input.getBytes(UTF_8)));
    }

    public boolean verify(ECPublicKey key) {
        return Es256.verify(key, signingInput, signature);
    }

    public Optional<String> kid() {
        return header.path("kid").asStringOpt();
    }

    public String typ() {
        return header.path("typ").asString("");
    }

    /// Unverified.
    public byte[] payload() {
        return Arrays.copyOf(payload, payload.length);
    }
}
