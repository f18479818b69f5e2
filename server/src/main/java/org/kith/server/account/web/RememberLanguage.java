package org.kith.server.account.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.kith.server.account.Accounts;
import org.kith.server.account.SignedInPerson;
import org.kith.server.site.Brand;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// A language that a person chooses on a page is the one we write to them in from then on.
@Configuration(proxyBeanMethods = false)
class RememberLanguage implements WebMvcConfigurer, HandlerInterceptor {
    private final Accounts accounts;
    private final Brand brand;

    RememberLanguage(Accounts accounts, Brand brand) {
        this.accounts = accounts;
        this.brand = brand;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var chosen = request.getParameter("lang");
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (chosen == null || signedIn == null || !(signedIn.getPrincipal() instanceof SignedInPerson person)) {
            return true;
        }
        var reader = person.guardian() == null ? person.person() : person.guardian();
        brand.languages().stream()
                .filter(language -> language.getLanguage().equals(chosen))
                .findFirst()
                .ifPresent(language -> accounts.language(reader, language));
        return true;
    }
}
