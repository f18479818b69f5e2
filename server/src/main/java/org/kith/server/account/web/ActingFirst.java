package org.kith.server.account.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/// Sends whoever acts for a child, and opens what is not the child's, to the page that leads back to themselves.
final class ActingFirst implements AccessDeniedHandler {
    static final String PAGE = "/family/acting";

    private final AccessDeniedHandler others;

    ActingFirst(AccessDeniedHandler others) {
        this.others = others;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause)
            throws IOException, ServletException {
        var acting = request.isUserInRole("FOR_CHILD") || request.isUserInRole("FOR_NOBODY");
        if (cause instanceof CsrfException || !acting) {
            others.handle(request, response, cause);
            return;
        }
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", PAGE);
    }
}
