package org.kith.server.account.web;

import java.util.List;
import org.kith.server.site.Headers;
import org.kith.server.site.KnownPages;
import org.kith.server.site.OpenPaths;
import org.kith.server.site.SignInFirst;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;

/// Who may open what outside the staff's rooms: what a module opened is open, all else needs a signed-in person.
@Configuration(proxyBeanMethods = false)
class PublicSecurity {
    /// What a guardian opens for a child. How they themselves sign in is not among it.
    private static final String[] OF_A_CHILD = {
        "/apply",
        "/apply/**",
        "/home/**",
        "/visit",
        "/visit/**",
        "/messages",
        "/messages/**",
        "/card",
        "/card/**",
        "/looks",
        "/country",
        "/country/**"
    };

    @Bean
    @Order(2)
    SecurityFilterChain publicRooms(
            HttpSecurity http, List<OpenPaths> open, PersonSessions sessions, HoldForm hold, KnownPages pages)
            throws Exception {
        Headers.apply(http);
        var patterns = open.stream().flatMap(paths -> paths.patterns().stream()).toArray(String[]::new);
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .authorizeHttpRequests(requests -> requests.requestMatchers(patterns)
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/home")
                        .hasAnyRole("PERSON", "PERSON_BY_LINK", "FOR_CHILD")
                        .requestMatchers("/card/lost")
                        .hasAnyRole("PERSON", "PERSON_BY_LINK", "FOR_CHILD")
                        .requestMatchers(HttpMethod.GET, "/account", PasskeyFirst.PAGE)
                        .hasAnyRole("PERSON", "PERSON_BY_LINK")
                        .requestMatchers(
                                HttpMethod.POST,
                                "/account/devices/end",
                                "/account/changes/*/stop",
                                "/account/recovery-code/end")
                        .hasAnyRole("PERSON", "PERSON_BY_LINK")
                        .requestMatchers(OF_A_CHILD)
                        .hasAnyRole("PERSON", "FOR_CHILD")
                        .requestMatchers(ActingFirst.PAGE, "/family/myself")
                        .hasAnyRole("PERSON", "FOR_CHILD", "FOR_NOBODY")
                        .anyRequest()
                        .hasRole("PERSON"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                hold.beforeAsking(new SignInFirst("/sign-in", pages)))
                        .accessDeniedHandler(hold.beforeDenying(new ActingFirst(new PasskeyFirst()))))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }
}
