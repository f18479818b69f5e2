package org.kith.server.status.web;

import java.util.List;
import java.util.Map;
import org.kith.credential.status.StatusListToken;
import org.kith.server.site.OpenPaths;
import org.kith.server.status.StatusPublisher;
import org.kith.server.status.StatusTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/// Token Status List §8: a list whole, to anyone, and nothing is noted of who asked.
@Controller
class StatusController {
    private static final MediaType TOKEN = MediaType.parseMediaType(StatusListToken.MEDIA_TYPE);

    private final StatusPublisher publisher;
    private final StatusTerms terms;

    StatusController(StatusPublisher publisher, StatusTerms terms) {
        this.publisher = publisher;
        this.terms = terms;
    }

    @Bean
    static OpenPaths statusListsAreOpen() {
        return OpenPaths.of("/status", "/status/*");
    }

    /// Token Status List §9: where all lists are, so that a verifier has them before it meets the first card.
    @GetMapping("/status")
    ResponseEntity<Map<String, List<String>>> lists(WebRequest request) {
        var lists = publisher.addresses();
        if (request.checkNotModified(lists.etag())) {
            return headers(ResponseEntity.status(HttpStatus.NOT_MODIFIED), lists.etag())
                    .build();
        }

        return headers(ResponseEntity.ok(), lists.etag())
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("status_lists", lists.addresses()));
    }

    @GetMapping("/status/{list:[0-9]{1,9}}")
    ResponseEntity<String> list(@PathVariable int list, WebRequest request) {
        var etag = publisher.etag(list);
        if (etag.isEmpty()) return ResponseEntity.notFound().build();
        if (request.checkNotModified(etag.get())) {
            return headers(ResponseEntity.status(HttpStatus.NOT_MODIFIED), etag.get())
                    .build();
        }

        return publisher
                .published(list)
                .map(published -> headers(ResponseEntity.ok(), published.etag())
                        .contentType(TOKEN)
                        .body(published.token()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder answer, String etag) {
        return answer.eTag(etag)
                .cacheControl(CacheControl.maxAge(terms.ttl()).cachePublic())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
}
