package org.kith.server.identity.storage;

import java.net.URI;

/// A bucket that speaks S3, and how to get in.
///
/// @param region of the provider's; anything where there are none
record Bucket(URI endpoint, String name, String region, String keyId, String secret) {
    Bucket {
        if (name.isBlank() || keyId.isBlank() || secret.isBlank()) {
            throw new IllegalStateException(
                    "For files in a bucket set KITH_FILES_ENDPOINT, KITH_FILES_KEY_ID and KITH_FILES_SECRET_FILE too.");
        }
        var local = "localhost".equals(endpoint.getHost()) || "127.0.0.1".equals(endpoint.getHost());
        if (!"https".equals(endpoint.getScheme()) && !local) {
            throw new IllegalStateException("KITH_FILES_ENDPOINT begins with https:// beyond this machine.");
        }
    }

    /// A record would print its secret.
    @Override
    public String toString() {
        return endpoint + "/" + name;
    }
}
