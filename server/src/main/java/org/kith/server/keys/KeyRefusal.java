package org.kith.server.keys;

/// Keys that cannot be used as they lie there: the server does not start, and the message tells the operator why.
public final class KeyRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeyRefusal(String message) {
        super(message);
    }

    KeyRefusal(String message, Throwable cause) {
        super(message, cause);
    }
}
