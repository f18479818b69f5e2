package org.kith.server.audit.web;

import java.time.Duration;
import org.kith.server.audit.PublishedCheckpoint;
import org.kith.server.site.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Whoever keeps what this address gives can later hold us to it.
@Controller
class CheckpointController {
    private static final String ADDRESS = "/.well-known/kith-journal.json";

    private final PublishedCheckpoint checkpoint;

    CheckpointController(PublishedCheckpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    @Bean
    static OpenPaths checkpointIsOpen() {
        return OpenPaths.of(ADDRESS);
    }

    @GetMapping(ADDRESS)
    ResponseEntity<byte[]> newest() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(checkpoint.newest());
    }
}
