package org.kith.server.status.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.site.OpenPaths;
import org.kith.server.status.PublishedList;
import org.kith.server.status.StatusPublisher;
import org.kith.server.status.StatusTerms;
import org.springframework.context.annotation.Bean;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.context.request.WebRequest;

/// Token Status List §8: a list whole, to anyone, and nothing is noted of who asked.
@Controller
class StatusController {
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

    /// What a list said at another time is not kept (§8.4).
    @GetMapping(value = "/status/{list:[0-9]{1,9}}", params = "time")
    ResponseEntity<byte[]> past(@PathVariable int list) {
        return open(ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED)).build();
    }

    @GetMapping(value = "/status/{list:[0-9]{1,9}}", params = "!time")
    ResponseEntity<?> list(
            @PathVariable int list,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            WebRequest request) {
        var published = publisher.etag(list);
        if (published.isEmpty()) return notFound();
        var form = form(accept);
        if (form.isEmpty())
            return open(ResponseEntity.status(HttpStatus.NOT_ACCEPTABLE)).build();
        var etag = form.get().etag(published.get());
        if (request.checkNotModified(etag)) {
            return headers(ResponseEntity.status(HttpStatus.NOT_MODIFIED), etag).build();
        }

        return switch (form.get()) {
            case JWT -> answer(ListForm.JWT, publisher.published(list));
            case CWT -> answer(ListForm.CWT, publisher.publishedCwt(list));
        };
    }

    private <T> ResponseEntity<?> answer(ListForm form, Optional<PublishedList<T>> list) {
        if (list.isEmpty()) return notFound();

        return headers(ResponseEntity.ok(), form.etag(list.get().etag()))
                .contentType(form.type())
                .body(list.get().token());
    }

    private static Optional<ListForm> form(@Nullable String accept) {
        try {
            return ListForm.of(MediaType.parseMediaTypes(accept));
        } catch (InvalidMediaTypeException _) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<?> notFound() {
        return open(ResponseEntity.status(HttpStatus.NOT_FOUND)).build();
    }

    private ResponseEntity.BodyBuilder headers(ResponseEntity.BodyBuilder answer, String etag) {
        return open(answer)
                .eTag(etag)
                .varyBy(HttpHeaders.ACCEPT)
                .cacheControl(CacheControl.maxAge(terms.ttl()).cachePublic());
    }

    /// Pages of verifiers read it too.
    private static ResponseEntity.BodyBuilder open(ResponseEntity.BodyBuilder answer) {
        return answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*");
    }
}
