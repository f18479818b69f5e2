package org.kith.server.keys;

/// The hardware that holds the signing keys does not answer: nothing can be signed now, and nothing is lost. What was
/// begun is done again later, from the start.
public final class KeysAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    KeysAway(Throwable cause) {
        super("The hardware that holds the signing keys does not answer.", cause);
    }
}
