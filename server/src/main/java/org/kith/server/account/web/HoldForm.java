package org.kith.server.account.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.kith.server.account.HeldForms;
import org.kith.server.site.HoldsForms;
import org.kith.server.site.LocalPath;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/// Where a form comes from a session that has ended, keeps what was typed until the person is back.
@Component
class HoldForm implements HoldsForms {
    private static final String DESK = "/desk/";

    private final HeldForms forms;

    HoldForm(HeldForms forms) {
        this.forms = forms;
    }

    @Override
    public AuthenticationEntryPoint beforeAsking(AuthenticationEntryPoint others) {
        return (HttpServletRequest request, HttpServletResponse response, AuthenticationException cause) -> {
            if (!held(request, response)) others.commence(request, response, cause);
        };
    }

    @Override
    public AccessDeniedHandler beforeDenying(AccessDeniedHandler others) {
        return (HttpServletRequest request, HttpServletResponse response, AccessDeniedException cause) -> {
            if (!(cause instanceof CsrfException) || !held(request, response)) others.handle(request, response, cause);
        };
    }

    private boolean held(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"POST".equals(request.getMethod()) || request.getParameter(HeldForms.FIELD) == null) return false;
        var place = LocalPath.of(request.getRequestURI());
        if (place.isEmpty()) return false;
        var kept = forms.hold(cookie(request), place.get().value(), form(request));
        if (kept.isEmpty()) return false;

        response.addCookie(cookie(kept.get(), request));
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", back(place.get().value()));
        return true;
    }

    /// An officer's form stands on the page of its case, one step up, which is opened with its purpose first.
    private static String back(String place) {
        if (!place.startsWith(DESK)) return isSignedIn() ? place : "/sign-in?held=yes&next=" + place;

        var room = place.substring(0, place.lastIndexOf('/'));
        return isSignedIn() ? room : "/staff/sign-in?next=" + room;
    }

    /// In another window they signed in again already.
    private static boolean isSignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() != null;
    }

    private static Map<String, String> form(HttpServletRequest request) {
        var form = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> form.put(name, String.join(HeldForms.AND, values)));
        form.remove("_csrf");
        return form;
    }

    private static String cookie(HttpServletRequest request) {
        if (request.getCookies() == null) return "";

        for (var cookie : request.getCookies()) if (cookie.getName().equals(HeldForms.COOKIE)) return cookie.getValue();
        return "";
    }

    private static Cookie cookie(String value, HttpServletRequest request) {
        var cookie = new Cookie(HeldForms.COOKIE, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge((int) HeldForms.KEPT.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
