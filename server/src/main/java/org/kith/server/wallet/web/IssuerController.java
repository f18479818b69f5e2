package org.kith.server.wallet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.kith.server.keys.KeysAway;
import org.kith.server.wallet.CredentialRequests;
import org.kith.server.wallet.CredentialRequests.Holder;
import org.kith.server.wallet.Envelopes;
import org.kith.server.wallet.Issuing;
import org.kith.server.wallet.Metadata;
import org.kith.server.wallet.Nonces;
import org.kith.server.wallet.Paths;
import org.kith.server.wallet.WalletFault;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import tools.jackson.databind.JsonNode;

/// The credential issuer (OpenID4VCI 1.0).
@Controller
class IssuerController {
    private static final MediaType JWT = MediaType.valueOf("application/jwt");

    private final Metadata metadata;
    private final CredentialRequests requests;
    private final Envelopes envelopes;
    private final Nonces nonces;
    private final WalletAnswers answers;

    IssuerController(
            Metadata metadata, CredentialRequests requests, Envelopes envelopes, Nonces nonces, WalletAnswers answers) {
        this.metadata = metadata;
        this.requests = requests;
        this.envelopes = envelopes;
        this.nonces = nonces;
        this.answers = answers;
    }

    /// Signed for whoever asks for `application/jwt`.
    @GetMapping(Paths.ISSUER_METADATA)
    ResponseEntity<Object> metadata(@RequestHeader(value = HttpHeaders.ACCEPT, defaultValue = "*/*") String accept) {
        var answer = ResponseEntity.ok().varyBy(HttpHeaders.ACCEPT);
        if (wantsJwt(accept)) return answer.contentType(JWT).body(metadata.ofIssuerSigned());
        return answer.contentType(MediaType.APPLICATION_JSON).body(metadata.ofIssuer());
    }

    /// OpenID4VCI 7: to anyone, and it costs nothing.
    @PostMapping(Paths.NONCE)
    ResponseEntity<Object> nonce() {
        return answers.answer(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("c_nonce", nonces.fresh(Nonces.Use.CREDENTIAL)));
    }

    @PostMapping(Paths.CREDENTIAL)
    ResponseEntity<Object> credential(HttpServletRequest request) throws IOException {
        return issued(request, requests::credential, true);
    }

    /// Without a number for notifications, which may be left out (OpenID4VCI 9.2): wallets are known that stop at it.
    @PostMapping(Paths.DEFERRED)
    ResponseEntity<Object> deferred(HttpServletRequest request) throws IOException {
        return issued(request, requests::deferred, false);
    }

    @PostMapping(Paths.NOTIFICATION)
    ResponseEntity<Object> notification(HttpServletRequest request) throws IOException {
        var token = WalletRequest.token(request);
        if (token.isEmpty()) return answers.noToken();
        var holder = requests.holder(token.get(), WalletRequest.dpop(request));
        var body = WalletRequest.body(request);
        if (body.isEmpty()) return tooLong();
        requests.notified(holder, envelopes.notification(body.get()));
        return answers.answer(HttpStatus.NO_CONTENT).build();
    }

    private ResponseEntity<Object> issued(
            HttpServletRequest request, BiFunction<Holder, JsonNode, Issuing.Issued> work, boolean notified)
            throws IOException {
        var token = WalletRequest.token(request);
        if (token.isEmpty()) return answers.noToken();
        var holder = requests.holder(token.get(), WalletRequest.dpop(request));
        var body = WalletRequest.body(request);
        if (body.isEmpty()) return tooLong();
        var opened = envelopes.open(body.get(), isJwt(request));
        return switch (work.apply(holder, opened.request())) {
            case Issuing.Issued.Now(var credentials, var notificationId) -> {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put(
                        "credentials",
                        credentials.stream()
                                .map(each -> Map.of("credential", each))
                                .toList());
                if (notified) members.put("notification_id", notificationId);
                yield answered(HttpStatus.OK, members, opened);
            }
            case Issuing.Issued.Later(var transactionId) -> {
                Map<String, Object> members = new LinkedHashMap<>();
                members.put("transaction_id", transactionId);
                members.put("interval", Issuing.INTERVAL.toSeconds());
                yield answered(HttpStatus.ACCEPTED, members, opened);
            }
        };
    }

    private ResponseEntity<Object> answered(HttpStatus status, Map<String, Object> members, Envelopes.Opened opened) {
        var answer = answers.answer(status);
        return envelopes
                .close(members, opened)
                .map(closed -> answer.contentType(JWT).<Object>body(closed))
                .orElseGet(() -> answer.contentType(MediaType.APPLICATION_JSON).body(members));
    }

    private ResponseEntity<Object> tooLong() {
        return answers.malformed(HttpStatus.CONTENT_TOO_LARGE, "invalid_credential_request", "the request is too long");
    }

    private static boolean isJwt(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/jwt");
    }

    private static boolean wantsJwt(String accept) {
        try {
            List<MediaType> types = MediaType.parseMediaTypes(accept);
            return quality(types, JWT) > quality(types, MediaType.APPLICATION_JSON);
        } catch (org.springframework.http.InvalidMediaTypeException e) {
            return false;
        }
    }

    private static double quality(List<MediaType> types, MediaType wanted) {
        return types.stream()
                .filter(each -> each.includes(wanted))
                .mapToDouble(MediaType::getQualityValue)
                .max()
                .orElse(0);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(WalletFault fault) {
        return answers.refusalOfResource(fault);
    }

    /// Nothing is lost: the wallet asks again.
    @ExceptionHandler
    ResponseEntity<Object> later(KeysAway away) {
        return answers.malformed(
                HttpStatus.SERVICE_UNAVAILABLE, "temporarily_unavailable", "we cannot sign now; ask again later");
    }
}
