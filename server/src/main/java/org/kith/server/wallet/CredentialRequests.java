package org.kith.server.wallet;

import static org.kith.server.wallet.WalletFault.Code.CREDENTIAL_REQUEST_DENIED;
import static org.kith.server.wallet.WalletFault.Code.INVALID_CREDENTIAL_REQUEST;
import static org.kith.server.wallet.WalletFault.Code.INVALID_NOTIFICATION_ID;
import static org.kith.server.wallet.WalletFault.Code.INVALID_NOTIFICATION_REQUEST;
import static org.kith.server.wallet.WalletFault.Code.INVALID_PROOF;
import static org.kith.server.wallet.WalletFault.Code.INVALID_TOKEN;
import static org.kith.server.wallet.WalletFault.Code.INVALID_TRANSACTION_ID;
import static org.kith.server.wallet.WalletFault.Code.UNKNOWN_CREDENTIAL_CONFIGURATION;
import static org.kith.server.wallet.WalletFault.Code.UNKNOWN_CREDENTIAL_IDENTIFIER;

import java.util.Set;
import org.kith.server.card.WalletCopies;
import org.kith.server.wallet.WalletBook.Token;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// Answers wallets that hold a token: credentials now or later, and what they say of them (OpenID4VCI 8, 9, 11).
@Service
public class CredentialRequests {
    private static final String ACCEPTED = "credential_accepted";
    private static final Set<String> EVENTS = Set.of(ACCEPTED, "credential_deleted", "credential_failure");

    private final WalletBook wallets;
    private final WalletCopies copies;
    private final DpopProof dpop;
    private final Configurations configurations;
    private final Proofs proofs;
    private final Issuing issuing;
    private final Deliveries deliveries;

    CredentialRequests(
            WalletBook wallets,
            WalletCopies copies,
            DpopProof dpop,
            Configurations configurations,
            Proofs proofs,
            Issuing issuing,
            Deliveries deliveries) {
        this.wallets = wallets;
        this.copies = copies;
        this.dpop = dpop;
        this.configurations = configurations;
        this.proofs = proofs;
        this.issuing = issuing;
        this.deliveries = deliveries;
    }

    /// Whoever holds an access token and the key it is bound to.
    public static final class Holder {
        private final Token token;

        private Holder(Token token) {
            this.token = token;
        }
    }

    /// Who asks.
    ///
    /// @throws WalletFault if the token is not one of ours, is over, or is somebody else's
    public Holder holder(String token, DpopProof.Request request) {
        dpop.requireNonce(request);
        var found = wallets.byToken(token)
                .orElseThrow(() -> new WalletFault(INVALID_TOKEN, "the token is not one of ours, or is over"));
        if (!dpop.key(request, token).equals(found.dpopKey())) {
            throw new WalletFault(INVALID_TOKEN, "the token is bound to another key");
        }
        return new Holder(found);
    }

    static Wallet wallet(Holder holder) {
        return holder.token.wallet();
    }

    public Issuing.Issued credential(Holder holder, JsonNode request) {
        var configuration = configuration(holder.token, request);
        if (request.has("proof")) throw new WalletFault(INVALID_PROOF, "proofs, an object, is needed");
        if (!request.has("proofs")) throw new WalletFault(INVALID_PROOF, "proofs are missing");
        var keys = proofs.keys(request.path("proofs"), holder.token.wallet().client());
        return issuing.issue(holder.token.wallet().id(), configuration, keys);
    }

    public Issuing.Issued deferred(Holder holder, JsonNode request) {
        var number = request.path("transaction_id");
        if (!number.isString()) throw new WalletFault(INVALID_TRANSACTION_ID, "transaction_id is missing");
        return issuing.issueDeferred(holder.token.wallet().id(), number.stringValue());
    }

    /// May come twice. What a wallet says it no longer has is ended.
    @Transactional
    public void notified(Holder holder, JsonNode request) {
        var number = request.path("notification_id");
        var event = request.path("event").asString("");
        if (!number.isString() || !EVENTS.contains(event)) {
            throw new WalletFault(INVALID_NOTIFICATION_REQUEST, "notification_id and a known event are needed");
        }
        var wallet = holder.token.wallet().id();
        var sent = deliveries
                .tell(wallet, number.stringValue(), event)
                .orElseThrow(() -> new WalletFault(INVALID_NOTIFICATION_ID, "nothing was sent under that number"));
        if (!event.equals(ACCEPTED)) copies.end(wallet.value(), sent);
    }

    private Configuration configuration(Token token, JsonNode request) {
        var identifier = request.path("credential_identifier");
        var named = request.path("credential_configuration_id");
        if (!identifier.isMissingNode() && !named.isMissingNode()) {
            throw new WalletFault(INVALID_CREDENTIAL_REQUEST, "one of the two ways to name a credential");
        }
        if (identifier.isMissingNode() && named.isMissingNode()) {
            throw new WalletFault(INVALID_CREDENTIAL_REQUEST, "credential_configuration_id is missing");
        }
        if (!identifier.isMissingNode()) {
            // An identifier is its configuration's (AuthorizationDetails), where any were given out.
            if (!token.identified() || !token.wallet().configurations().contains(identifier.asString(""))) {
                throw new WalletFault(UNKNOWN_CREDENTIAL_IDENTIFIER, "no such identifier was given to this token");
            }
            return configurations
                    .find(identifier.asString(""))
                    .orElseThrow(() -> new WalletFault(UNKNOWN_CREDENTIAL_IDENTIFIER, "it is no longer issued"));
        }
        var found = configurations
                .find(named.asString(""))
                .orElseThrow(() -> new WalletFault(UNKNOWN_CREDENTIAL_CONFIGURATION, "no such configuration"));
        if (!token.wallet().configurations().contains(found.id())) {
            throw new WalletFault(CREDENTIAL_REQUEST_DENIED, "the token is for other credentials");
        }
        return found;
    }
}
