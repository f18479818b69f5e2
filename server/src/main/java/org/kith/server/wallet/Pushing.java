package org.kith.server.wallet;

import static org.kith.server.wallet.WalletFault.Code.INVALID_REQUEST;
import static org.kith.server.wallet.WalletFault.Code.INVALID_SCOPE;
import static org.kith.server.wallet.WalletFault.Code.REQUEST_NOT_SUPPORTED;
import static org.kith.server.wallet.WalletFault.Code.UNSUPPORTED_RESPONSE_TYPE;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kith.server.site.LinkSecret;
import org.kith.server.vault.PersonId;
import org.kith.server.wallet.Pushes.Push;
import org.springframework.stereotype.Service;

/// Takes a pushed authorization request (RFC 9126): all that can be wrong with it is said here, to the wallet, and not
/// later to a person in a browser.
@Service
public class Pushing {
    static final String REQUEST_URI = "urn:ietf:params:oauth:request_uri:";

    /// SHA-256 in base64url (RFC 7636 4.2).
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final int LONGEST_STATE = 4_000;

    private final ClientAuthentication clients;
    private final DpopProof proofs;
    private final AuthorizationDetails details;
    private final Configurations configurations;
    private final Offers offers;
    private final Pushes pushes;
    private final SecureRandom random = new SecureRandom();

    Pushing(
            ClientAuthentication clients,
            DpopProof proofs,
            AuthorizationDetails details,
            Configurations configurations,
            Offers offers,
            Pushes pushes) {
        this.clients = clients;
        this.proofs = proofs;
        this.details = details;
        this.configurations = configurations;
        this.offers = offers;
        this.pushes = pushes;
    }

    /// What the wallet sends a browser with.
    public record Pushed(String requestUri, long expiresIn) {}

    public Pushed push(ClientAuthentication.Credentials credentials, DpopProof.Request request) {
        var form = credentials.form();
        proofs.requireNonce(request);
        var client = clients.known(credentials);
        if (form.containsKey("request_uri")) throw refused("request_uri is made here, not sent");
        if (form.containsKey("request")) throw fault(REQUEST_NOT_SUPPORTED, "request objects are not supported");
        if (!"code".equals(form.get("response_type"))) {
            if (!form.containsKey("response_type")) throw refused("response_type is missing");
            throw fault(UNSUPPORTED_RESPONSE_TYPE, "response_type is code");
        }
        var mode = form.get("response_mode");
        if (mode != null && !mode.equals("query")) throw refused("response_mode is query");
        var redirect = form.get("redirect_uri");
        if (redirect == null || !client.redirects().contains(redirect)) {
            throw refused("redirect_uri is not one that is registered, letter for letter");
        }
        var challenge = form.get("code_challenge");
        if (!"S256".equals(form.get("code_challenge_method"))
                || challenge == null
                || !CHALLENGE.matcher(challenge).matches()) throw refused("PKCE with S256 is needed");
        var state = form.get("state");
        if (state != null && state.length() > LONGEST_STATE) throw refused("state is too long");

        var wanted = wanted(form);
        var secret = LinkSecret.fresh(random);
        pushes.add(
                new Push(
                        UUID.randomUUID(),
                        client.id(),
                        client.name(),
                        client.instanceKey(),
                        redirect,
                        state,
                        challenge,
                        key(form, request),
                        wanted,
                        form.containsKey("authorization_details"),
                        person(form),
                        form.get("scope")),
                secret);
        return new Pushed(REQUEST_URI + secret.text(), Pushes.LIFE.toSeconds());
    }

    /// Configurations by details or by scope; scopes that are not ours are ignored (RFC 6749 3.3).
    private List<String> wanted(Map<String, String> form) {
        var inDetails = form.get("authorization_details");
        if (inDetails != null) return details.read(inDetails);

        var known = configurations.all().stream().map(Configuration::id).toList();
        var scope = form.getOrDefault("scope", "");
        var wanted = Arrays.stream(scope.split(" ", -1))
                .filter(known::contains)
                .distinct()
                .toList();
        if (wanted.isEmpty()) throw fault(INVALID_SCOPE, "scope names no credential configuration");
        return wanted;
    }

    /// The key that alone may redeem the code (RFC 9449 10).
    private @Nullable String key(Map<String, String> form, DpopProof.Request request) {
        var named = form.get("dpop_jkt");
        if (!request.hasProof()) return named;
        var proved = proofs.key(request, null);
        if (named != null && !named.equals(proved)) throw refused("dpop_jkt is another key than the proof's");
        return proved;
    }

    private @Nullable PersonId person(Map<String, String> form) {
        var state = form.get("issuer_state");
        if (state == null) return null;
        return offers.personOf(state).orElseThrow(() -> refused("issuer_state is not of an offer that stands"));
    }

    private static WalletFault refused(String why) {
        return fault(INVALID_REQUEST, why);
    }

    private static WalletFault fault(WalletFault.Code code, String why) {
        return new WalletFault(code, why);
    }
}
