package org.kith.server.start;

import java.net.URI;
import java.util.Locale;
import org.kith.server.keys.Authority;
import org.kith.server.programme.Programme;
import org.kith.server.site.BaseUrl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuthoritySettings {
    @Bean
    Authority authority(Programme programme, BaseUrl base) {
        return Authority.ofState(
                programme.texts(Locale.ENGLISH).text("authority.name"),
                programme.current().programme().state(),
                URI.create(base.link("")));
    }
}
