package org.kith.server.wallet.web;

import java.time.Duration;
import java.util.List;
import org.kith.server.site.Headers;
import org.kith.server.wallet.Paths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.cors.CorsConfiguration;

/// Wallets are known by what they prove in each request, never by a cookie: these addresses know no session, so that no
/// page can make somebody's browser speak for a wallet. Wallets that are web pages may ask from anywhere.
@Configuration(proxyBeanMethods = false)
class WalletSecurity {
    @Bean
    @Order(0)
    SecurityFilterChain wallets(HttpSecurity http) throws Exception {
        Headers.apply(http);
        return http.securityMatcher(
                        Paths.PAR,
                        Paths.TOKEN,
                        Paths.CHALLENGE,
                        Paths.NONCE,
                        Paths.CREDENTIAL,
                        Paths.DEFERRED,
                        Paths.NOTIFICATION,
                        Paths.CODE,
                        Paths.ISSUER_METADATA,
                        Paths.SERVER_METADATA)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .cors(cors -> cors.configurationSource(_ -> anywhere()))
                .build();
    }

    private static CorsConfiguration anywhere() {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(List.of("*"));
        cors.setAllowedMethods(List.of("GET", "POST"));
        cors.setAllowedHeaders(List.of(
                HttpHeaders.AUTHORIZATION,
                HttpHeaders.CONTENT_TYPE,
                HttpHeaders.ACCEPT,
                WalletRequest.DPOP,
                WalletRequest.ATTESTATION,
                WalletRequest.POSSESSION));
        cors.setExposedHeaders(
                List.of(WalletRequest.DPOP_NONCE, WalletRequest.CHALLENGE, HttpHeaders.WWW_AUTHENTICATE));
        cors.setMaxAge(Duration.ofHours(1));
        return cors;
    }
}
