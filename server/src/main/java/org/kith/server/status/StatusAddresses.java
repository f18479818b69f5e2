package org.kith.server.status;

import java.util.OptionalInt;
import org.kith.credential.status.StatusReference;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/// Where our lists are found. Written into every card, so it never changes after the first one.
@Component
class StatusAddresses {
    private final String aggregation;
    private final String start;

    StatusAddresses(@Value("${kith.base-url}") String baseUrl) {
        this.aggregation = baseUrl + "/status";
        this.start = aggregation + "/";
    }

    /// Where all of them are listed.
    String aggregation() {
        return aggregation;
    }

    /// What stands before a list's number.
    String start() {
        return start;
    }

    String of(int list) {
        return start + list;
    }

    /// The list a reference is in, if it is one of ours.
    OptionalInt list(StatusReference reference) {
        var uri = reference.uri();
        if (!uri.startsWith(start)) return OptionalInt.empty();

        try {
            return OptionalInt.of(Integer.parseInt(uri.substring(start.length())));
        } catch (NumberFormatException another) {
            return OptionalInt.empty();
        }
    }
}
