package org.kith.server.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.server.database.DatabaseMark;
import org.kith.server.database.DatabaseMark.Kind;
import org.kith.server.database.DatabaseMarks;
import org.kith.server.database.Obstacle;
import org.kith.server.keys.KeyRefusal;
import org.kith.server.keys.Keys;
import org.kith.server.keys.KeysAway;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/// Finds everything that is in the way of a start, before the first table is touched and the first page is served.
///
/// The demonstration lets anyone sign in as anyone. It must be impossible to reach real people's data with it, or to
/// run production on what it left behind.
final class StartRules {
    private static final int OLDEST_POSTGRESQL = 15;

    private final Settings settings;
    private final List<Obstacle> found = new ArrayList<>();
    private @Nullable Keys opened;

    private StartRules(Settings settings) {
        this.settings = settings;
    }

    /// What was found.
    ///
    /// @param keys opened on the way, in production: their password may come through a pipe, which is read once
    record Found(List<Obstacle> obstacles, Optional<Keys> keys) {}

    static Found check(Settings settings) {
        var rules = new StartRules(settings);
        rules.database();
        if (settings.production()) {
            rules.address();
            rules.mail();
            rules.keys();
        }
        return new Found(List.copyOf(rules.found), Optional.ofNullable(rules.opened));
    }

    private void database() {
        try {
            var marks = DatabaseMarks.of(settings.database());
            var major = marks.major();
            if (major < OLDEST_POSTGRESQL) {
                add(
                        "The database is PostgreSQL " + major + ", too old for Kith.",
                        where(),
                        "Use PostgreSQL 15 or newer.");
            }
            kind(marks.find());
        } catch (CannotGetJdbcConnectionException e) {
            add(
                    "The database cannot be reached: "
                            + e.getMostSpecificCause().getMessage(),
                    where(),
                    "Start it, or mend KITH_DATABASE_URL (jdbc:postgresql://host:5432/kith?user=…&password=…).");
        } catch (DataAccessException e) {
            add(
                    "The database refuses to be read: "
                            + e.getMostSpecificCause().getMessage(),
                    where(),
                    "Give its user the rights of its owner.");
        }
    }

    private void kind(Optional<DatabaseMark> mark) {
        var expected = settings.production() ? Kind.PRODUCTION : Kind.DEMONSTRATION;
        if (mark.isEmpty() || mark.get().kind() == expected) return;

        if (settings.production()) {
            add(
                    "The database was made by the demonstration, where anyone may sign in as anyone.",
                    where(),
                    "Give production a database of its own: another KITH_DATABASE_URL, or another KITH_HOME.");
        } else {
            add(
                    "The database is one of production; the demonstration would open it to anyone.",
                    where(),
                    "Start with --production, or give the demonstration another KITH_HOME or KITH_DATABASE_URL.");
        }
    }

    private void address() {
        if (isHttps(settings.baseUrl())) return;

        add(
                "The address people reach the server at is not https.",
                "KITH_BASE_URL=" + settings.baseUrl(),
                "Put a proxy with a certificate in front (docs/OPERATING.md) and set KITH_BASE_URL=https://…");
    }

    private void mail() {
        if (!settings.mailHost().isBlank()) return;

        add(
                "No mail server is set, and people sign in by mail.",
                "KITH_MAIL_HOST is not set",
                "Set KITH_MAIL_HOST, and KITH_MAIL_PORT, KITH_MAIL_USER and KITH_MAIL_PASSWORD_FILE where it asks for them.");
    }

    private void keys() {
        if (real(settings.keys().folder()).startsWith(real(settings.home()))) {
            add(
                    "The root key lies among the data it protects: whoever copies one has both.",
                    keysSetting() + " is inside KITH_HOME=" + settings.home(),
                    "Keep keys in a folder apart, backed up apart, and set KITH_KEYS to it.");
        }
        Stream.of(settings.keys().folder(), settings.home())
                .flatMap(folder -> IacaKeyFile.in(folder).stream())
                .findFirst()
                .ifPresent(file -> add(
                        "The root key that vouches for all others lies where the server can read it.",
                        file.toString(),
                        "Move it to a medium that goes into a safe; the server needs its certificate only."));

        try {
            opened = Keys.open(settings.keys());
            NoTestKeys.obstacle(opened, keysSetting()).ifPresent(found::add);
            if (!opened.certified()) {
                add(
                        "The keys that sign cards have no certificates yet: no root vouches for them.",
                        keysSetting(),
                        "Hold a ceremony: bin/kith keys request, keys ceremony, keys install (docs/OPERATING.md).");
            }
        } catch (KeyRefusal | KeysAway | UncheckedIOException e) {
            found.add(StartReport.keysUnusable(e, keysSetting()));
        }
    }

    private String keysSetting() {
        return "KITH_KEYS=" + settings.keys().folder();
    }

    private String where() {
        return settings.database().toString();
    }

    private void add(String what, String where, String mend) {
        found.add(new Obstacle(what, where, mend));
    }

    private static boolean isHttps(String address) {
        try {
            var uri = URI.create(address);
            return "https".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Where the path really leads, as far as it exists: a link must not hide the root key's place.
    private static Path real(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        for (var part = absolute; part != null; part = part.getParent()) {
            if (!Files.exists(part)) continue;
            try {
                return part.toRealPath().resolve(part.relativize(absolute));
            } catch (IOException e) {
                return absolute;
            }
        }
        return absolute;
    }
}
