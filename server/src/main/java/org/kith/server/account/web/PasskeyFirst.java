package org.kith.server.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.kith.server.site.LocalPath;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;

/// Sends whoever came by a mail link, and has a passkey, to the page that asks for it.
final class PasskeyFirst implements AccessDeniedHandler {
    static final String PAGE = "/account/passkey-first";

    private final AccessDeniedHandler others = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException, ServletException {
        if (cause instanceof CsrfException || !request.isUserInRole("PERSON_BY_LINK")) {
            others.handle(request, response, cause);
            return;
        }
        var wanted = "GET".equals(request.getMethod())
                ? LocalPath.of(request.getRequestURI())
                        .map(path -> "?next=" + path.value())
                        .orElse("")
                : "";
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", PAGE + wanted);
    }
}
