package org.kith.server.start;

import java.util.List;
import java.util.Optional;
import org.kith.server.database.CannotStart;
import org.kith.server.database.Obstacle;
import org.kith.server.keys.Keys;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/// In production nothing is signed with a key that others may have.
@Component
@ConditionalOnProperty(name = "kith.production", havingValue = "true")
class NoTestKeys {
    NoTestKeys(Keys keys, @Value("${kith.keys}") String folder) {
        obstacle(keys, "KITH_KEYS=" + folder).ifPresent(obstacle -> {
            throw new CannotStart(List.of(obstacle));
        });
    }

    static Optional<Obstacle> obstacle(Keys keys, String where) {
        if (keys.publishedTestKey()) {
            return Optional.of(new Obstacle(
                    "A signing key is one that a standard prints: anyone can sign with it.", where, MAKE_YOUR_OWN));
        }
        if (keys.areForDemonstration()) {
            return Optional.of(
                    new Obstacle("The keys were made by the demonstration, without protection.", where, MAKE_YOUR_OWN));
        }
        return Optional.empty();
    }

    private static final String MAKE_YOUR_OWN =
            "Make keys with bin/kith keys create, and set KITH_KEYS to their folder.";
}
