package org.kith.server.identity.web;

import org.springframework.http.HttpStatus;

/// A rule of the tus protocol 1.0.0 was broken, or a file cannot be begun or gone on with.
///
/// Its sentence is for the person: our script shows it.
final class TusRefused extends RuntimeException {
    private final HttpStatus status;
    private final String textKey;

    TusRefused(HttpStatus status, String textKey) {
        super(null, null, false, false);
        this.status = status;
        this.textKey = textKey;
    }

    HttpStatus status() {
        return status;
    }

    String textKey() {
        return textKey;
    }
}
