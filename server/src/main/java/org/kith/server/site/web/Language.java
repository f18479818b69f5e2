package org.kith.server.site.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.site.Brand;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/// Which of the programme's languages a person reads: what they chose (`?lang=`, kept in a cookie), else what the
/// browser asks for, else the programme's first.
@Component("localeResolver")
class Language implements LocaleResolver {
    private static final String COOKIE = "language";

    private final Brand brand;

    Language(Brand brand) {
        this.brand = brand;
    }

    static Locale of(HttpServletRequest request, Brand brand) {
        return served(request.getParameter("lang"), brand)
                .or(() -> served(cookie(request), brand))
                .or(() -> Collections.list(request.getLocales()).stream()
                        .flatMap(wanted -> served(wanted.getLanguage(), brand).stream())
                        .findFirst())
                .orElse(brand.fallback());
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return of(request, brand);
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response == null || locale == null) return;

        var cookie = new Cookie(COOKIE, locale.getLanguage());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(365 * 86_400);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    private static Optional<Locale> served(@Nullable String code, Brand brand) {
        return brand.languages().stream()
                .filter(language -> language.getLanguage().equals(code))
                .findFirst();
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        if (request.getCookies() == null) return null;

        for (var cookie : request.getCookies()) if (cookie.getName().equals(COOKIE)) return cookie.getValue();
        return null;
    }
}
