package org.kith.server.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;
import org.kith.server.account.SignIn;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.LinkSecret;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/// By what a browser shows that it is the one that asked for a link. Apart from the session, which may end while the
/// person looks for the mail.
@Component
class BrowserCookie {
    private static final String NAME = "asked";

    private final BaseUrl base;

    BrowserCookie(BaseUrl base) {
        this.base = base;
    }

    Optional<String> of(HttpServletRequest request) {
        if (request.getCookies() == null) return Optional.empty();

        return Arrays.stream(request.getCookies())
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(cookie -> cookie.getValue())
                .findFirst();
    }

    void set(HttpServletResponse response, LinkSecret browser) {
        add(response, browser.text(), SignIn.VALID.toSeconds());
    }

    void clear(HttpServletResponse response) {
        add(response, "", 0);
    }

    private void add(HttpServletResponse response, String value, long seconds) {
        var cookie = ResponseCookie.from(NAME, value)
                .path("/sign-in")
                .httpOnly(true)
                .secure(base.secure())
                .sameSite("Lax")
                .maxAge(seconds)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
