package org.kith.server.wallet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.server.wallet.Metadata;
import org.kith.server.wallet.Nonces;
import org.kith.server.wallet.Paths;
import org.kith.server.wallet.Pushing;
import org.kith.server.wallet.Tokens;
import org.kith.server.wallet.WalletFault;
import org.kith.server.wallet.web.WalletRequest.MalformedForm;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// The authorization server for wallets, where no person is (RFC 6749, RFC 9126, RFC 9449).
@Controller
class ServerController {
    private static final String FORM = MediaType.APPLICATION_FORM_URLENCODED_VALUE;

    private final Metadata metadata;
    private final Pushing pushing;
    private final Tokens tokens;
    private final Nonces nonces;
    private final WalletAnswers answers;

    ServerController(Metadata metadata, Pushing pushing, Tokens tokens, Nonces nonces, WalletAnswers answers) {
        this.metadata = metadata;
        this.pushing = pushing;
        this.tokens = tokens;
        this.nonces = nonces;
        this.answers = answers;
    }

    @GetMapping(Paths.SERVER_METADATA)
    ResponseEntity<Map<String, Object>> metadata() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(metadata.ofServer());
    }

    @PostMapping(path = Paths.PAR, consumes = FORM)
    ResponseEntity<Object> push(HttpServletRequest request) throws MalformedForm {
        var pushed = pushing.push(WalletRequest.credentials(request), WalletRequest.dpop(request));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("request_uri", pushed.requestUri());
        members.put("expires_in", pushed.expiresIn());
        return answers.answer(HttpStatus.CREATED)
                .contentType(MediaType.APPLICATION_JSON)
                .body(members);
    }

    @PostMapping(path = Paths.TOKEN, consumes = FORM)
    ResponseEntity<Object> token(HttpServletRequest request) throws MalformedForm {
        var answer = tokens.answer(WalletRequest.credentials(request), WalletRequest.dpop(request));
        return answers.answer(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer);
    }

    /// A number for the next proof of possession (OAuth 2.0 Attestation-Based Client Authentication 8).
    @PostMapping(Paths.CHALLENGE)
    ResponseEntity<Object> challenge() {
        return answers.answer(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("attestation_challenge", nonces.fresh(Nonces.Use.ATTESTATION)));
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(WalletFault fault) {
        return answers.refusal(fault);
    }

    @ExceptionHandler
    ResponseEntity<Object> malformed(MalformedForm fault) {
        return answers.malformed(HttpStatus.BAD_REQUEST, "invalid_request", String.valueOf(fault.getMessage()));
    }
}
