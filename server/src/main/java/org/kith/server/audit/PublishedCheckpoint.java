package org.kith.server.audit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.server.keys.IssuerKey;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The newest checkpoint as the world sees it: a JWS, with the keys to check it.
@Service
public class PublishedCheckpoint {
    private static final JsonMapper JSON = new JsonMapper();

    private final Checkpoints checkpoints;
    private final SignCheckpoint sign;
    private final Signing signing;

    PublishedCheckpoint(Checkpoints checkpoints, SignCheckpoint sign, Signing signing) {
        this.checkpoints = checkpoints;
        this.sign = sign;
        this.signing = signing;
    }

    /// JSON in UTF-8. Whoever asks a new server before its first round has the first checkpoint signed: there is no
    /// moment at which it cannot be held to its journal.
    public byte[] newest() {
        var stored = checkpoints.newest().orElseGet(this::first);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("checkpoint", stored.token());
        json.put(
                "keys",
                signing.publicKeys(Purpose.JOURNAL).stream()
                        .map(PublishedCheckpoint::jwk)
                        .toList());
        return JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    }

    private Checkpoints.Stored first() {
        sign.sign();
        return checkpoints.newest().orElseThrow();
    }

    static String tokenIn(String json) {
        try {
            var token = JSON.readTree(json).path("checkpoint");
            if (token.isString()) return token.stringValue();
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("Not a published checkpoint: no JSON.", malformed);
        }
        throw new IllegalArgumentException("Not a published checkpoint: no token in it.");
    }

    private static Map<String, Object> jwk(IssuerKey key) {
        Map<String, Object> json = new LinkedHashMap<>(key.jwk().toMap());
        json.put("kid", key.id());
        json.put("alg", "ES256");
        return json;
    }
}
