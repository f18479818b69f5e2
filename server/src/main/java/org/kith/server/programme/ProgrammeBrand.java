package org.kith.server.programme;

import org.kith.server.site.Brand;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgrammeBrand {
    @Bean
    Brand brand(Programme programme) {
        return new Brand(
                language -> programme.texts(language).text("card.name"),
                language -> programme.texts(language).text("state.name"),
                programme.languages());
    }
}
