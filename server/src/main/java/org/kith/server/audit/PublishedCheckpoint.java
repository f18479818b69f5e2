package org.kith.server.audit;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    private final Signing signing;

    PublishedCheckpoint(Checkpoints checkpoints, Signing signing) {
        this.checkpoints = checkpoints;
        this.signing = signing;
    }

    /// JSON in UTF-8; nothing before the first checkpoint was signed.
    public Optional<byte[]> newest() {
        return checkpoints.newest().map(stored -> {
            var keys = signing.publicKeys(Purpose.JOURNAL).stream()
                    .map(PublishedCheckpoint::jwk)
                    .toList();
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("checkpoint", stored.token());
            json.put("keys", keys);
            return JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
        });
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
