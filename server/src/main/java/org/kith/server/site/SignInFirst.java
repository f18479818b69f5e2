package org.kith.server.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/// Sends whoever is not signed in to a sign-in page, and remembers in its address where they wanted to go. Nothing is
/// kept in the session: a saved form could hold personal data.
public final class SignInFirst implements AuthenticationEntryPoint {
    private final String page;
    private final KnownPages known;

    public SignInFirst(String page, KnownPages known) {
        this.page = page;
        this.known = known;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
            throws IOException {
        if (!known.has(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var wanted = "GET".equals(request.getMethod())
                ? LocalPath.of(request.getRequestURI())
                        .map(path -> "?next=" + path.value())
                        .orElse("")
                : "";
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", page + wanted);
    }
}
