package org.kith.server.start.web;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.kith.server.site.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Whether this node can serve, for a proxy that parts the load and for whoever is called at night.
@Controller
class HealthController {
    private static final int SECONDS = 2;

    private final DataSource database;

    HealthController(DataSource database) {
        this.database = database;
    }

    @Bean
    static OpenPaths healthIsOpen() {
        return OpenPaths.of("/health");
    }

    @GetMapping(path = "/health", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> health() {
        return databaseAnswers()
                ? ResponseEntity.ok("ok\n")
                : ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).body("the database does not answer\n");
    }

    private boolean databaseAnswers() {
        try (var connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
