package org.kith.server.backup;

/// A backup or a restore that is not done; nothing was changed. The message is for the operator.
public final class BackupRefused extends RuntimeException {
    BackupRefused(String message) {
        super(message);
    }

    BackupRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
