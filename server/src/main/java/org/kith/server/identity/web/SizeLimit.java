package org.kith.server.identity.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Tells people plainly that a file is too large. It stands before everything else, because the first to read a form
/// is the check of its token, and a form too large would fail there without a word.
///
/// The rest of the body is read and thrown away (`server.tomcat.max-swallow-size`): a browser shows an answer only once
/// it has sent all, and a closed connection as a fault of the network.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SizeLimit extends OncePerRequestFilter {
    private final long most;

    SizeLimit(@Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        this.most = most.toBytes();
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            chain.doFilter(new WithoutForm(request), response);
            return;
        }
        if (request.getContentLengthLong() > most) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }

        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!isAboutTheForm(e) || response.isCommitted()) throw e;
            response.sendError(
                    isTooLarge(e)
                            ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                            : HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    /// A form that cannot be read is the sender's fault. Its exception goes no further: it may quote a file's name.
    private static boolean isAboutTheForm(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getPackageName().startsWith("org.apache.tomcat.util.http")) return true;
        }
        return false;
    }

    /// Chunked, a form says how large it is only by going on.
    private static boolean isTooLarge(Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause.getClass().getSimpleName().contains("SizeLimitExceeded")) return true;
        }
        return false;
    }

    /// A page about a fault reads the address alone: the form may be the very thing that could not be read.
    private static final class WithoutForm extends HttpServletRequestWrapper {
        private final Map<String, String[]> parameters = new LinkedHashMap<>();

        WithoutForm(HttpServletRequest request) {
            super(request);
            var query = request.getQueryString();
            if (query == null) return;

            for (var pair : query.split("&", -1)) {
                var parts = pair.split("=", 2);
                if (parts.length == 2) parameters.put(decoded(parts[0]), new String[] {decoded(parts[1])});
            }
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = parameters.get(name);
            return values == null ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return parameters.get(name);
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(parameters.keySet());
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Collections.unmodifiableMap(parameters);
        }

        private static String decoded(String text) {
            try {
                return URLDecoder.decode(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException _) {
                return "";
            }
        }
    }
}
