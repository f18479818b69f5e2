package org.kith.server.site;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/// The place in a browser's session for one who is signed in. It holds their id and nothing else (§7.6); who that is,
/// and what they may do, is looked up at each request. **Whoever may no longer be here is out at the next click.**
public abstract class SessionPlace implements SecurityContextRepository {
    private final String attribute;
    private final Set<String> beside;
    private final BiFunction<UUID, HttpSession, Optional<Authentication>> lookup;

    /// @param beside attributes of other names that belong to the place
    protected SessionPlace(
            String attribute, Set<String> beside, BiFunction<UUID, HttpSession, Optional<Authentication>> lookup) {
        this.attribute = attribute;
        this.beside = Set.copyOf(beside);
        this.lookup = lookup;
    }

    /// Signs in. The session gets a new id and a new form token, so that those known beforehand are worth nothing.
    protected void put(HttpServletRequest request, HttpServletResponse response, UUID id) {
        leave(request.getSession());
        request.changeSessionId();
        request.getSession().setAttribute(attribute, id.toString());
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
    }

    /// Signs out. Whoever else is signed in beside them stays.
    public void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session == null) return;

        leave(session);
        request.changeSessionId();
        new HttpSessionCsrfTokenRepository().saveToken(null, request, response);
    }

    /// What is kept for one who is signed in has a name that begins with the place’s. **Nobody inherits it.**
    private void leave(HttpSession session) {
        Collections.list(session.getAttributeNames()).stream()
                .filter(name -> name.equals(attribute) || name.startsWith(attribute + ".") || beside.contains(name))
                .forEach(session::removeAttribute);
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
        // Only #put and #end change who is signed in.
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return idOf(request).isPresent();
    }

    private Optional<SecurityContext> contextOf(HttpServletRequest request) {
        return idOf(request)
                .flatMap(id -> lookup.apply(id, request.getSession()))
                .map(SecurityContextImpl::new);
    }

    private Optional<UUID> idOf(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(attribute) instanceof String id
                ? Optional.of(UUID.fromString(id))
                : Optional.empty();
    }

    /// Looks up only when something asks who is signed in, and once.
    private final class Deferred implements DeferredSecurityContext {
        private final HttpServletRequest request;
        private @Nullable SecurityContext context;
        private boolean nobody;

        Deferred(HttpServletRequest request) {
            this.request = request;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                var found = contextOf(request);
                nobody = found.isEmpty();
                context = found.orElseGet(SecurityContextHolder::createEmptyContext);
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            get();
            return nobody;
        }
    }
}
