package org.kith.server.start.web;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.kith.server.keys.KeyHealth;
import org.kith.server.keys.KeyInUse;
import org.kith.server.site.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Whether this node can serve, for a proxy that parts the load and for whoever is called at night. Keys that cannot
/// sign are told apart: whatever signs nothing goes on meanwhile.
@Controller
class HealthController {
    private static final int SECONDS = 2;

    private final DataSource database;
    private final KeyHealth keys;

    HealthController(DataSource database, KeyHealth keys) {
        this.database = database;
        this.keys = keys;
    }

    @Bean
    static OpenPaths healthIsOpen() {
        return OpenPaths.of("/health", "/health/keys");
    }

    @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> health() {
        return databaseAnswers()
                ? ResponseEntity.ok("ok\n")
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("the database does not answer\n");
    }

    /// A line for each trouble, then one for each key: purpose, thumbprint, from, until, who signs.
    @GetMapping(path = "/health/keys", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> keys() {
        var troubles = keys.troubles();
        var text = new StringBuilder();
        for (var trouble : troubles) text.append(sentence(trouble)).append('\n');
        if (troubles.isEmpty()) text.append("ok\n");
        for (var key : keys.keys()) text.append(line(key)).append('\n');
        var stopped = troubles.stream().anyMatch(KeyHealth.Trouble::stops);
        return ResponseEntity.status(stopped ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.OK)
                .body(text.toString());
    }

    private static String sentence(KeyHealth.Trouble trouble) {
        return switch (trouble) {
            case KeyHealth.Trouble.NoKey(var purpose) -> purpose + ": no key may sign now; nothing is issued";
            case KeyHealth.Trouble.Away(var purpose) ->
                purpose + ": the hardware that holds the key does not answer; nothing is issued";
            case KeyHealth.Trouble.Ending(var purpose, var until) ->
                purpose + ": the last key ends " + until + "; make the next with bin/kith keys request";
        };
    }

    private static String line(KeyInUse key) {
        return String.join(
                " ",
                key.purpose().name(),
                key.id(),
                key.signsNow() ? "signs" : "waits",
                key.from().toString(),
                key.until().toString(),
                key.provider());
    }

    private boolean databaseAnswers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
