package org.kith.server.wallet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kith.server.wallet.ClientAuthentication;
import org.kith.server.wallet.DpopProof;
import org.springframework.http.HttpHeaders;

/// Reads what a wallet sent, no further than it may be long.
final class WalletRequest {
    static final String DPOP = "DPoP";
    static final String DPOP_NONCE = "DPoP-Nonce";
    static final String ATTESTATION = "OAuth-Client-Attestation";
    static final String POSSESSION = "OAuth-Client-Attestation-PoP";
    static final String CHALLENGE = "OAuth-Client-Attestation-Challenge";

    /// A batch of twenty proofs with a key attestation in each.
    static final int LONGEST_BODY = 512 * 1024;

    private static final String SCHEME = "DPoP ";

    private WalletRequest() {}

    static DpopProof.Request dpop(HttpServletRequest request) {
        return new DpopProof.Request(
                request.getMethod(), request.getRequestURI(), Collections.list(request.getHeaders(DPOP)));
    }

    static ClientAuthentication.Credentials credentials(HttpServletRequest request) throws MalformedForm {
        return new ClientAuthentication.Credentials(
                Collections.list(request.getHeaders(ATTESTATION)),
                Collections.list(request.getHeaders(POSSESSION)),
                form(request));
    }

    /// Each parameter once, and none in the address (RFC 6749 3.2).
    private static Map<String, String> form(HttpServletRequest request) throws MalformedForm {
        if (request.getQueryString() != null) throw new MalformedForm("parameters belong into the body");
        var form = new HashMap<String, String>();
        for (var each : request.getParameterMap().entrySet()) {
            if (each.getValue().length != 1) throw new MalformedForm("a parameter comes twice");
            form.put(each.getKey(), each.getValue()[0]);
        }
        return form;
    }

    /// The access token (RFC 9449 7.1): one header, its scheme DPoP. A token that is bound to a key is refused as a
    /// bearer's.
    static Optional<String> token(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.size() != 1) return Optional.empty();
        var header = headers.getFirst();
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    /// Empty if it is longer than it may be.
    static Optional<byte[]> body(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST_BODY + 1);
        return body.length > LONGEST_BODY ? Optional.empty() : Optional.of(body);
    }

    /// A form that says two things at once.
    static final class MalformedForm extends Exception {
        MalformedForm(String why) {
            super(why);
        }
    }
}
