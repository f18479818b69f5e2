package org.kith.server.notify;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// A mail as it goes out. The id stays the same however often it has to be sent, and becomes its Message-ID.
public record Mail(UUID id, String to, String sender, String subject, String body, Locale language, Instant at) {
    @Override
    public String toString() {
        return "Mail[" + id + "]";
    }
}
