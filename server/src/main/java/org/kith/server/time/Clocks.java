package org.kith.server.time;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class Clocks {
    @Bean
    @ConditionalOnProperty(name = "kith.production", havingValue = "true")
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnProperty(name = "kith.production", havingValue = "false", matchIfMissing = true)
    AdvancingClock demonstrationClock() {
        return new AdvancingClock(Clock.systemUTC());
    }
}
