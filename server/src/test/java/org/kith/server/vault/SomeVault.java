package org.kith.server.vault;

import java.time.Clock;
import org.kith.server.keys.CountryKeys;
import org.kith.server.keys.Keys;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A vault on another database, with the keys of this one.
public final class SomeVault {
    private SomeVault() {}

    public static Vault on(JdbcClient jdbc, CountryKeys countries, Keys keys, Clock clock) {
        var none = new DefaultListableBeanFactory().getBeanProvider(BesideKeys.class);
        return new Vault(new PersonKeys(jdbc), new Secrets(jdbc), countries, keys, none, clock);
    }
}
