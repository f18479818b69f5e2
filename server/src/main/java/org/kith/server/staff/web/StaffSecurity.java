package org.kith.server.staff.web;

import org.kith.server.site.Headers;
import org.kith.server.site.HoldsForms;
import org.kith.server.site.KnownPages;
import org.kith.server.site.SignInFirst;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/// The staff's rooms. A session may hold a person and an officer side by side; neither sees the other's pages.
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class StaffSecurity {
    @Bean
    @Order(1)
    SecurityFilterChain staffRooms(HttpSecurity http, OfficerSessions sessions, HoldsForms hold, KnownPages pages)
            throws Exception {
        Headers.apply(http);
        return http.securityMatcher("/desk/**", "/admin/**", "/staff/**")
                .securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/staff/sign-in",
                                "/staff/sign-out",
                                "/staff/enrol/**",
                                "/desk/offline",
                                "/desk/offline/worker.js")
                        .permitAll()
                        .anyRequest()
                        .hasRole("OFFICER"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                hold.beforeAsking(new SignInFirst("/staff/sign-in", pages)))
                        .accessDeniedHandler(hold.beforeDenying(new AccessDeniedHandlerImpl())))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
