package org.kith.server.decision;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/// The last line of a page of a list; the next page goes on behind it.
public record ListPlace(Instant at, UUID id) {
    public static final ListPlace FIRST = new ListPlace(Instant.EPOCH, new UUID(0, 0));

    /// An address that somebody changed by hand leads to the first page.
    public static ListPlace parse(String text) {
        var split = text.indexOf('_');
        if (split < 0) return FIRST;
        try {
            return new ListPlace(Instant.parse(text.substring(0, split)), UUID.fromString(text.substring(split + 1)));
        } catch (DateTimeParseException | IllegalArgumentException _) {
            return FIRST;
        }
    }

    /// As an address holds it.
    public String text() {
        return at + "_" + id;
    }
}
