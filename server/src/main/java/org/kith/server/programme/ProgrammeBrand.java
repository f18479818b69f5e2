package org.kith.server.programme;

import java.util.List;
import java.util.Locale;
import org.kith.server.site.Brand;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProgrammeBrand {
    @Bean
    Brand brand() {
        return new Brand(
                language -> "Compatriot Card",
                language -> "Utopia",
                List.of(Locale.ENGLISH, Locale.of("ar"), Locale.of("ru")));
    }
}
