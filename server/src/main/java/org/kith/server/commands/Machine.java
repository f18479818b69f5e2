package org.kith.server.commands;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.database.CommandDatabase;
import org.kith.server.keys.KeyPlace;

/// What the operator set in the environment of a command, as `docs/OPERATING.md` lists it.
///
/// @param databaseUrl another PostgreSQL than the one that comes along
record Machine(
        Path home,
        Path keys,
        Path keysPassword,
        String hsm,
        String hsmPin,
        @Nullable String databaseUrl) {
    static Machine ofEnvironment() {
        var home = Path.of(set("KITH_HOME", ".kith"));
        var keys = Path.of(set("KITH_KEYS", home.resolve("keys").toString()));
        var password =
                Path.of(set("KITH_KEYS_PASSWORD_FILE", keys.resolve("password").toString()));
        return new Machine(
                home,
                keys,
                password,
                set("KITH_HSM", ""),
                set("KITH_HSM_PIN_FILE", ""),
                System.getenv("KITH_DATABASE_URL"));
    }

    private static String set(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    KeyPlace keyPlace() {
        return KeyPlace.of(keys, keysPassword, hsm, hsmPin);
    }

    CommandDatabase openDatabase() {
        return CommandDatabase.open(databaseUrl, home, System.err::println);
    }

    /// The bucket in which sealed files lie instead, if they do.
    Optional<String> bucket() {
        return Optional.of(set("KITH_FILES_BUCKET", "")).filter(name -> !name.isEmpty());
    }

    /// Where sealed files lie, unless in a bucket.
    Path files() {
        return home.resolve("files");
    }
}
