package org.kith.server.wallet;

import static org.kith.server.wallet.WalletFault.Code.INVALID_CREDENTIAL_REQUEST;
import static org.kith.server.wallet.WalletFault.Code.INVALID_ENCRYPTION_PARAMETERS;
import static org.kith.server.wallet.WalletFault.Code.INVALID_NOTIFICATION_REQUEST;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Takes a request out of what it came in, and puts the answer into what was asked for.
@Component
public class Envelopes {
    private final Encryption encryption;
    private final JsonMapper json;

    Envelopes(Encryption encryption, JsonMapper json) {
        this.encryption = encryption;
        this.json = json;
    }

    /// A request, and how its answer is to go out.
    public record Opened(JsonNode request, Optional<Encryption.Wanted> answer) {}

    /// What is in it.
    ///
    /// @param encrypted as its media type says
    public Opened open(byte[] body, boolean encrypted) {
        var text = encrypted ? encryption.open(new String(body, StandardCharsets.US_ASCII)) : body;
        var request = object(text, INVALID_CREDENTIAL_REQUEST);
        var wanted = encryption.wanted(request);
        // Whoever stands between could have put in a key of theirs (OpenID4VCI 8.2).
        if (wanted.isPresent() && !encrypted) {
            throw new WalletFault(INVALID_ENCRYPTION_PARAMETERS, "an encrypted answer needs an encrypted request");
        }
        return new Opened(request, wanted);
    }

    public JsonNode notification(byte[] body) {
        return object(body, INVALID_NOTIFICATION_REQUEST);
    }

    /// Empty where the answer goes out as it is. A refusal always does.
    public Optional<String> close(Map<String, Object> members, Opened opened) {
        return opened.answer().map(wanted -> encryption.close(json.writeValueAsBytes(members), wanted));
    }

    private JsonNode object(byte[] text, WalletFault.Code otherwise) {
        try {
            var read = json.readTree(text);
            if (read.isObject()) return read;
        } catch (JacksonException e) {
            throw new WalletFault(otherwise, "the request is not JSON");
        }
        throw new WalletFault(otherwise, "the request is not a JSON object");
    }
}
