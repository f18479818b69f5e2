package org.kith.server.account.web;

import org.kith.server.site.BaseUrl;
import org.springframework.boot.session.autoconfigure.DefaultCookieSerializerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The session's cookie goes over https alone wherever the server is reached by https, whatever a proxy says of a
/// single request.
@Configuration(proxyBeanMethods = false)
class Cookies {
    @Bean
    DefaultCookieSerializerCustomizer onlyOverHttps(BaseUrl base) {
        return serializer -> serializer.setUseSecureCookie(base.secure());
    }
}
