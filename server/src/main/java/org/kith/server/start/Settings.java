package org.kith.server.start;

import java.nio.file.Path;
import org.kith.server.database.Database;
import org.kith.server.keys.KeyPlace;
import org.springframework.core.env.Environment;

/// What an operator set, as far as it decides whether the server may start.
///
/// @param mailHost     the server that takes mail, empty when none is set
record Settings(boolean production, Path home, KeyPlace keys, String baseUrl, String mailHost, Database database) {
    static Settings of(Environment environment, Database database) {
        return new Settings(
                environment.getRequiredProperty("kith.production", Boolean.class),
                Path.of(environment.getRequiredProperty("kith.home")),
                KeyPlace.of(
                        Path.of(environment.getRequiredProperty("kith.keys")),
                        Path.of(environment.getRequiredProperty("kith.keys-password-file")),
                        environment.getProperty("kith.hsm", ""),
                        environment.getProperty("kith.hsm-pin-file", "")),
                environment.getRequiredProperty("kith.base-url"),
                environment.getProperty("kith.mail.host", ""),
                database);
    }
}
