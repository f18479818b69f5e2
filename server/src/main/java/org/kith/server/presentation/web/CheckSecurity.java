package org.kith.server.presentation.web;

import org.kith.server.site.Headers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// Whoever checks a card leaves nothing behind, so these addresses know no session and set no cookie. A form here
/// changes nothing, so nothing is gained by making someone else's browser send it, and it needs no token.
@Configuration(proxyBeanMethods = false)
class CheckSecurity {
    @Bean
    @Order(0)
    SecurityFilterChain checks(HttpSecurity http) throws Exception {
        Headers.apply(http);
        return http.securityMatcher("/check", "/.well-known/kith-trust.json", TrustController.ROOT)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .build();
    }
}
