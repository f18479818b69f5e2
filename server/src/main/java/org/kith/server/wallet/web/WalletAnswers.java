package org.kith.server.wallet.web;

import static org.kith.server.wallet.WalletFault.Code.INVALID_DPOP_PROOF;
import static org.kith.server.wallet.WalletFault.Code.INVALID_TOKEN;
import static org.kith.server.wallet.WalletFault.Code.USE_ATTESTATION_CHALLENGE;
import static org.kith.server.wallet.WalletFault.Code.USE_DPOP_NONCE;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.kith.server.wallet.Nonces;
import org.kith.server.wallet.WalletFault;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers wallets: never kept by anybody on the way, and each with the nonce for the next proof.
@Component
class WalletAnswers {
    private static final Set<WalletFault.Code> OF_TOKENS = Set.of(INVALID_TOKEN, INVALID_DPOP_PROOF, USE_DPOP_NONCE);

    private final Nonces nonces;

    WalletAnswers(Nonces nonces) {
        this.nonces = nonces;
    }

    ResponseEntity.BodyBuilder answer(HttpStatus status) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header(WalletRequest.DPOP_NONCE, nonces.fresh(Nonces.Use.DPOP));
    }

    /// Where an authorization server refuses (RFC 6749 5.2).
    ResponseEntity<Object> refusal(WalletFault fault) {
        var answer = answer(HttpStatus.valueOf(fault.code().status()));
        if (fault.code() == USE_ATTESTATION_CHALLENGE) {
            answer.header(WalletRequest.CHALLENGE, nonces.fresh(Nonces.Use.ATTESTATION));
        }
        return answer.contentType(MediaType.APPLICATION_JSON)
                .body(members(fault.code().text(), fault.description()));
    }

    /// Where a protected resource refuses (RFC 6750 3, RFC 9449 7.1, OpenID4VCI 8.3.1).
    ResponseEntity<Object> refusalOfResource(WalletFault fault) {
        if (!OF_TOKENS.contains(fault.code())) return refusal(fault);
        return answer(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge(fault))
                .contentType(MediaType.APPLICATION_JSON)
                .body(members(fault.code().text(), fault.description()));
    }

    /// Nothing was proved, so nothing is said of why (RFC 6750 3.1).
    ResponseEntity<Object> noToken() {
        return answer(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "DPoP algs=\"ES256\"")
                .build();
    }

    ResponseEntity<Object> malformed(HttpStatus status, String error, String why) {
        return answer(status).contentType(MediaType.APPLICATION_JSON).body(members(error, why));
    }

    private static String challenge(WalletFault fault) {
        return "DPoP error=\"" + fault.code().text() + "\", error_description=\"" + fault.description()
                + "\", algs=\"ES256\"";
    }

    private static Map<String, Object> members(String error, String description) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("error", error);
        members.put("error_description", description);
        return members;
    }
}
