package org.kith.server.keys;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeySettings {
    /// Unless a start in production has opened them already, to see what they are.
    @Bean
    @ConditionalOnMissingBean
    Keys keys(
            @Value("${kith.keys}") Path folder,
            @Value("${kith.keys-password-file}") Path passwordFile,
            @Value("${kith.hsm}") String hsm,
            @Value("${kith.hsm-pin-file}") String pinFile,
            @Value("${kith.production}") boolean production,
            Authority authority,
            Clock clock) {
        var place = KeyPlace.of(folder, passwordFile, hsm, pinFile);
        return production ? Keys.open(place) : Keys.openForDemonstration(place, authority, clock);
    }
}
