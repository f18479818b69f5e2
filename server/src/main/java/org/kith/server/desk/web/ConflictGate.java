package org.kith.server.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.decision.Casework;
import org.kith.server.decision.Conflicts;
import org.kith.server.staff.Officer;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Stands before every page about a person: whoever has an interest in them sees none of it, whichever page it is and
/// whoever wrote it.
@Component
class ConflictGate implements HandlerInterceptor, WebMvcConfigurer {
    private static final String[] ROOMS = {
        "/desk/cases/**",
        "/desk/cards/**",
        "/desk/decisions/**",
        "/desk/appeals/**",
        "/desk/stops/**",
        "/desk/visits/**"
    };

    private final PageSubjects subjects;
    private final Conflicts conflicts;
    private final Casework casework;
    private final Journal journal;

    ConflictGate(PageSubjects subjects, Conflicts conflicts, Casework casework, Journal journal) {
        this.subjects = subjects;
        this.conflicts = conflicts;
        this.casework = casework;
        this.journal = journal;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns(ROOMS);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables)
                || !(signedIn() instanceof Officer officer)) return true;

        var found = subjects.of(request.getRequestURI(), variables);
        for (var about : found) {
            if (!conflicts.stands(about.person(), officer.id())) continue;

            var role = officer.roles().stream().sorted().findFirst().orElseThrow();
            journal.record(Deed.ACCESS_REFUSED, officer.as(role), about.person(), about.subject());
            response.sendRedirect("/desk/conflict");
            return false;
        }
        found.stream()
                .findFirst()
                .flatMap(PageSubjects.About::application)
                .ifPresent(own -> casework.touch(own, officer.id()));
        return true;
    }

    private static @Nullable Object signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }
}
