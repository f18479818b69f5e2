package org.kith.server.staff.web;

import org.kith.server.site.Headers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/// The staff's rooms. A session may hold a person and an officer side by side; neither sees the other's pages.
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class StaffSecurity {
    @Bean
    @Order(1)
    SecurityFilterChain officers(HttpSecurity http) throws Exception {
        Headers.apply(http);
        var contexts = new HttpSessionSecurityContextRepository();
        contexts.setSpringSecurityContextKey("officer");
        return http.securityMatcher("/desk/**", "/admin/**", "/staff/**")
                .securityContext(context -> context.securityContextRepository(contexts))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/staff/sign-in", "/staff/enrol/**")
                        .permitAll()
                        .anyRequest()
                        .hasRole("OFFICER"))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/staff/sign-in")))
                .build();
    }
}
