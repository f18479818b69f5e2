package org.kith.server.staff.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Which officer a browser's session belongs to. The session holds the officer's id and nothing else; who that is, and
/// what they may do, is read from the register at each request. **Whoever is disabled is out at the next click.**
@Component
public class OfficerSessions implements SecurityContextRepository {
    private static final String ATTRIBUTE = "officer";

    private final Officers officers;

    OfficerSessions(Officers officers) {
        this.officers = officers;
    }

    /// Signs an officer in. The session gets a new id, so that one known beforehand is worth nothing.
    public void begin(HttpServletRequest request, HttpServletResponse response, OfficerId officer) {
        request.getSession();
        request.changeSessionId();
        request.getSession().setAttribute(ATTRIBUTE, officer.toString());
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
    }

    /// Signs the officer out. A person signed in beside them stays.
    public void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session == null) return;

        session.removeAttribute(ATTRIBUTE);
        request.changeSessionId();
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(request);
    }

    /// Deprecated in Spring Security, yet still part of the interface.
    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return contextOf(holder.getRequest()).orElseGet(SecurityContextHolder::createEmptyContext);
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        // Only #begin and #end change who is signed in.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return idOf(request).isPresent();
    }

    private Optional<SecurityContext> contextOf(HttpServletRequest request) {
        return idOf(request).flatMap(officers::active).map(OfficerSessions::contextOf);
    }

    private static SecurityContext contextOf(Officer officer) {
        var authorities = Stream.concat(
                        Stream.of("ROLE_OFFICER"), officer.roles().stream().map(role -> "ROLE_" + role.name()))
                .map(SimpleGrantedAuthority::new)
                .toList();
        return new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(officer, null, authorities));
    }

    private static Optional<OfficerId> idOf(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof String id
                ? Optional.of(new OfficerId(UUID.fromString(id)))
                : Optional.empty();
    }

    /// Reads the register only when something asks who is signed in, and once.
    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean none;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                var found = contextOf(request);
                none = found.isEmpty();
                context = found.orElseGet(SecurityContextHolder::createEmptyContext);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            get();
            return none;
        }
    }
}
