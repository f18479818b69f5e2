package org.kith.server.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.kith.server.site.Headers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// Where the page of a visit finds the program that reads chips, on the registrar's own computer. **No other page may
/// speak to it**: their content security policy does not name it.
@Component
class ReaderAddress implements WebMvcConfigurer, HandlerInterceptor {
    private final String origin;

    ReaderAddress(@Value("${kith.reader.port}") int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    public String origin() {
        return origin;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/desk/visits/*");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader(
                "Content-Security-Policy",
                Headers.CONTENT_SECURITY_POLICY.replace("connect-src 'self'", "connect-src 'self' " + origin));
        return true;
    }
}
