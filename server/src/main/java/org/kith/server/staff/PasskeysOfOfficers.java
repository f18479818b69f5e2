package org.kith.server.staff;

import java.time.Clock;
import org.kith.server.passkey.Owners;
import org.kith.server.passkey.PasskeyRecords;
import org.kith.server.passkey.Passkeys;
import org.kith.server.site.BaseUrl;
import org.kith.server.site.Brand;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Officers sign in with passkeys and nothing else.
@Configuration(proxyBeanMethods = false)
class PasskeysOfOfficers {
    @Bean
    Passkeys<OfficerId> officerPasskeys(Officers officers, JdbcClient jdbc, Clock clock, BaseUrl base, Brand brand) {
        var owners = new Owners<OfficerId>(
                OfficerId::new, OfficerId::value, id -> officers.find(id).map(OfficerEntry::name));
        return new Passkeys<>(new PasskeyRecords(jdbc, clock, "officer_passkey", "officer"), owners, base, brand);
    }
}
