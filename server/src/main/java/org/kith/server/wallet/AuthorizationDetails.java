package org.kith.server.wallet;

import static org.kith.server.wallet.WalletFault.Code.INVALID_AUTHORIZATION_DETAILS;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.kith.server.site.BaseUrl;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Which credentials a wallet names in `authorization_details` (RFC 9396, OpenID4VCI 5.1.1). A configuration is one
/// credential here, so its identifier is the configuration's.
@Component
class AuthorizationDetails {
    private static final String TYPE = "openid_credential";
    private static final int LONGEST = 10_000;

    private final Configurations configurations;
    private final JsonMapper json;
    private final BaseUrl base;

    AuthorizationDetails(Configurations configurations, JsonMapper json, BaseUrl base) {
        this.configurations = configurations;
        this.json = json;
        this.base = base;
    }

    List<String> read(String text) {
        if (text.length() > LONGEST) throw refused("too long");
        JsonNode read;
        try {
            read = json.readTree(text);
        } catch (JacksonException e) {
            throw refused("not JSON");
        }
        if (!read.isArray() || read.isEmpty()) throw refused("an array of objects is needed");
        var wanted = new LinkedHashSet<String>();
        for (var each : read) wanted.add(configuration(each));
        return List.copyOf(wanted);
    }

    private String configuration(JsonNode detail) {
        if (!TYPE.equals(detail.path("type").asString(""))) throw refused("type is " + TYPE);
        var locations = detail.path("locations");
        if (locations.isArray()
                && locations.valueStream().noneMatch(each -> base.link("").equals(each.asString("")))) {
            throw refused("locations are another issuer's");
        }
        return configurations
                .find(detail.path("credential_configuration_id").asString(""))
                .map(Configuration::id)
                .orElseThrow(() -> refused("credential_configuration_id is unknown"));
    }

    /// As the answer of the token endpoint repeats them.
    List<Map<String, Object>> write(List<String> granted) {
        return granted.stream()
                .map(id -> Map.<String, Object>of(
                        "type", TYPE, "credential_configuration_id", id, "credential_identifiers", List.of(id)))
                .toList();
    }

    private static WalletFault refused(String why) {
        return new WalletFault(INVALID_AUTHORIZATION_DETAILS, "authorization_details: " + why);
    }
}
