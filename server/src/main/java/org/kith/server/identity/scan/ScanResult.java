package org.kith.server.identity.scan;

/// What the virus scanner says of a file.
public enum ScanResult {
    /// Nothing was found, or no scanner is configured.
    CLEAN,
    FOUND,
    /// There is a scanner, and it did not say that the file is clean.
    NOT_CHECKED
}
