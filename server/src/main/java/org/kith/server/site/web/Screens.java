package org.kith.server.site.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.kith.server.site.Assets;
import org.kith.server.site.Brand;
import org.kith.server.site.Screen;
import org.kith.server.site.SignedIn;
import org.kith.server.site.Texts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/// Makes the [Screen] of a request.
@Component
class Screens {
    private final Texts texts;
    private final Brand brand;
    private final Assets assets;
    private final boolean production;

    Screens(Texts texts, Brand brand, Assets assets, @Value("${kith.production:false}") boolean production) {
        this.texts = texts;
        this.brand = brand;
        this.assets = assets;
        this.production = production;
    }

    Screen of(HttpServletRequest request) {
        var someone = signedIn();
        return new Screen(
                Language.of(request, brand),
                texts,
                brand,
                assets,
                request.getRequestURI(),
                formToken(request),
                someone == null ? null : someone.label(),
                someone == null ? "" : someone.actingFor(),
                !production);
    }

    private static @Nullable String formToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : null;
    }

    private static @Nullable SignedIn signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn someone ? someone : null;
    }
}
