package org.kith.server.wallet;

/// A request of a wallet's that cannot be answered, in the words of its specification.
public final class WalletFault extends RuntimeException {
    private final Code code;
    private final String description;

    WalletFault(Code code, String description) {
        super(description);
        this.code = code;
        this.description = description;
    }

    public String description() {
        return description;
    }

    public Code code() {
        return code;
    }

    /// What it is called, and with which status.
    public enum Code {
        // RFC 6749 5.2
        INVALID_REQUEST(400),
        INVALID_CLIENT(401),
        INVALID_GRANT(400),
        UNAUTHORIZED_CLIENT(400),
        UNSUPPORTED_GRANT_TYPE(400),
        INVALID_SCOPE(400),
        // RFC 9126 2.3, RFC 9101 6.3
        UNSUPPORTED_RESPONSE_TYPE(400),
        REQUEST_NOT_SUPPORTED(400),
        INVALID_REQUEST_URI(400),
        // RFC 9396 5
        INVALID_AUTHORIZATION_DETAILS(400),
        // RFC 9449 5, 8
        INVALID_DPOP_PROOF(400),
        USE_DPOP_NONCE(400),
        // OAuth 2.0 Attestation-Based Client Authentication 6.2
        INVALID_CLIENT_ATTESTATION(400),
        USE_ATTESTATION_CHALLENGE(400),
        // RFC 6750 3.1, RFC 9449 7.1: at protected resources
        INVALID_TOKEN(401),
        // OpenID4VCI 8.3.1
        INVALID_CREDENTIAL_REQUEST(400),
        UNKNOWN_CREDENTIAL_CONFIGURATION(400),
        UNKNOWN_CREDENTIAL_IDENTIFIER(400),
        INVALID_PROOF(400),
        INVALID_NONCE(400),
        INVALID_ENCRYPTION_PARAMETERS(400),
        CREDENTIAL_REQUEST_DENIED(400),
        // OpenID4VCI 9.3, 11.3
        INVALID_TRANSACTION_ID(400),
        INVALID_NOTIFICATION_ID(400),
        INVALID_NOTIFICATION_REQUEST(400),
        // RFC 6749 4.1.2.1: in the answer to a browser
        ACCESS_DENIED(400);

        private final int status;

        Code(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }

        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
