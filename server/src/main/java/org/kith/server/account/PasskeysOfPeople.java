package org.kith.server.account;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.passkey.Owners;
import org.kith.server.passkey.PasskeyRecords;
import org.kith.server.passkey.Passkeys;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.Brand;
import org.kith.server.vault.PersonId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People may sign in with passkeys. A device, and whoever it shares its passkeys with, learns no name and no address
/// from us: only eight characters by which its owner tells two accounts apart.
@Configuration(proxyBeanMethods = false)
class PasskeysOfPeople {
    @Bean
    Passkeys<PersonId> passkeysForPeople(Accounts accounts, JdbcClient jdbc, Clock clock, BaseUrl base, Brand brand) {
        var owners = new Owners<PersonId>(
                PersonId::new,
                PersonId::value,
                person -> Optional.of(person).filter(accounts::exists).map(known -> mark(known.value())));
        return new Passkeys<>(new PasskeyRecords(jdbc, clock, "person_passkey", "person"), owners, base, brand);
    }

    private static String mark(UUID id) {
        var letters = id.toString().toUpperCase(Locale.ROOT);
        return letters.substring(0, 4) + "-" + letters.substring(4, 8);
    }
}
