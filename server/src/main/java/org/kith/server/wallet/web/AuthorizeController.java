package org.kith.server.wallet.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.account.SignedInPerson;
import org.kith.server.site.Headers;
import org.kith.server.site.OpenPaths;
import org.kith.server.wallet.Consent;
import org.kith.server.wallet.Paths;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where a wallet sends its holder's browser: they sign in, read what it wants, and say yes or no.
@Controller
class AuthorizeController {
    private final Consent consent;

    AuthorizeController(Consent consent) {
        this.consent = consent;
    }

    @Bean
    static OpenPaths authorizingIsOpen() {
        return OpenPaths.of(Paths.AUTHORIZE);
    }

    /// Only what was pushed counts; whatever else the address says is not looked at (RFC 9126 4).
    @GetMapping(Paths.AUTHORIZE)
    Object authorize(
            @RequestParam(name = "client_id", defaultValue = "") String client,
            @RequestParam(name = "request_uri", defaultValue = "") String requestUri) {
        return consent.open(requestUri, client)
                .<Object>map(id -> seeOther(Paths.CONSENT + id))
                .orElseGet(AuthorizeController::over);
    }

    @GetMapping(Paths.CONSENT + "{id}")
    ModelAndView ask(
            @PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person, HttpServletResponse response) {
        var question = consent.question(id, person.person());
        if (question.isEmpty()) return over();

        // The browser follows the answer to the wallet, which is another site, or an app.
        response.setHeader(
                "Content-Security-Policy",
                Headers.CONTENT_SECURITY_POLICY.replace(
                        "form-action 'self'",
                        "form-action 'self' " + source(question.get().backTo())));
        return new ModelAndView("wallet/consent", "page", new ConsentPage(id, question.get()));
    }

    @PostMapping(Paths.CONSENT + "{id}/agree")
    Object agree(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        return back(consent.agree(id, person.person()));
    }

    @PostMapping(Paths.CONSENT + "{id}/refuse")
    Object refuse(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        return back(consent.refuse(id, person.person()));
    }

    private static Object back(Optional<String> address) {
        return address.<Object>map(AuthorizeController::seeOther).orElseGet(AuthorizeController::over);
    }

    private static ResponseEntity<Void> seeOther(String address) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, address)
                .build();
    }

    /// RFC 9101 6.3 calls it `invalid_request_uri`; a person reads it, since nobody knows where to send them back to.
    private static ModelAndView over() {
        var page = new ModelAndView("wallet/over");
        page.setStatus(HttpStatus.BAD_REQUEST);
        return page;
    }

    private static String source(String address) {
        var uri = URI.create(address);
        var isWeb = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        return isWeb ? uri.getScheme() + "://" + uri.getAuthority() : uri.getScheme() + ":";
    }
}
