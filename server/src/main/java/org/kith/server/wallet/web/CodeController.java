package org.kith.server.wallet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.server.site.QrSquares;
import org.kith.server.wallet.CredentialRequests;
import org.kith.server.wallet.Paths;
import org.kith.server.wallet.WalletFault;
import org.kith.server.wallet.WebWallet;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;

/// The code for the wallet in a browser, which asks for it as it asks for copies: with a token and a proof of its key.
@Controller
class CodeController {
    private final CredentialRequests requests;
    private final WebWallet wallet;
    private final WalletAnswers answers;

    CodeController(CredentialRequests requests, WebWallet wallet, WalletAnswers answers) {
        this.requests = requests;
        this.wallet = wallet;
        this.answers = answers;
    }

    @PostMapping(Paths.CODE)
    ResponseEntity<Object> code(HttpServletRequest request) {
        var token = WalletRequest.token(request);
        if (token.isEmpty()) return answers.noToken();

        var code = wallet.code(requests.holder(token.get(), WalletRequest.dpop(request)));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("path", code.square().path());
        members.put("size", code.square().size());
        members.put("quiet", QrSquares.QUIET);
        members.put("made_at", code.madeAt().toString());
        members.put("ends_at", code.endsAt().toString());
        return answers.answer(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .body(members);
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(WalletFault fault) {
        return answers.refusalOfResource(fault);
    }
}
