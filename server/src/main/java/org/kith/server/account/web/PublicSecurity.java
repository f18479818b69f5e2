package org.kith.server.account.web;

import java.util.List;
import org.kith.server.site.Headers;
import org.kith.server.site.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;

/// Who may open what outside the staff's rooms: what a module opened is open, all else needs a signed-in person.
@Configuration(proxyBeanMethods = false)
class PublicSecurity {
    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, List<OpenPaths> open) throws Exception {
        Headers.apply(http);
        var patterns = open.stream().flatMap(paths -> paths.patterns().stream()).toArray(String[]::new);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(patterns)
                        .permitAll()
                        .anyRequest()
                        .hasRole("PERSON"))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in")))
                .build();
    }
}
