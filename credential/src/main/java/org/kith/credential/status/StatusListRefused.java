package org.kith.credential.status;

/// A status list token that is not believed, and why.
public final class StatusListRefused extends Exception {
    private static final long serialVersionUID = 1;

    public enum Reason {
        /// Cut short, damaged, too large, or not a token at all.
        MALFORMED,
        /// Another kind of token.
        WRONG_TYPE,
        /// A list of another address.
        ANOTHER_LIST,
        /// `iat`, `exp`, `ttl` or `status_list` is missing or makes no sense.
        MISSING_CLAIM,
        /// Signed by a key outside the trusted ones, or at a time when that key was not to be used.
        UNKNOWN_KEY,
        /// The signature fails under a trusted key.
        NOT_GENUINE
    }

    private final Reason reason;

    public StatusListRefused(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
