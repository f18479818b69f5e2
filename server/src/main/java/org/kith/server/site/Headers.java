package org.kith.server.site;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What every answer tells the browser: run nothing we did not send, tell nobody where the person came from.
public final class Headers {
    public static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; script-src 'self'; "
                    + "connect-src 'self'; worker-src 'self'; media-src 'self' blob:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Headers() {}

    public static void apply(HttpSecurity http) {
        http.headers(headers -> headers.contentSecurityPolicy(
                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(self), geolocation=(), microphone=(), payment=()"))
                // Browsers would remember it for every port of this machine, where others speak plain http.
                .httpStrictTransportSecurity(strict -> strict.requestMatcher(
                        request -> request.isSecure() && !"localhost".equals(request.getServerName())))
                .frameOptions(frame -> frame.deny()));
    }
}
