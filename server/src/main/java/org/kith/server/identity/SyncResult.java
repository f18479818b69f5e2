package org.kith.server.identity;

/// What came of a visit that was finished offline and sent later.
public sealed interface SyncResult {
    record Done(CheckId check) implements SyncResult {}

    /// It has been sent before; nothing was written twice.
    record Known(CheckId check) implements SyncResult {}

    /// It is kept, and a person looks at it; nothing was overwritten.
    record Conflict(OfflineConflict reason) implements SyncResult {}

    /// It is not what a registrar of this centre signed within their day.
    record Refused(Why why) implements SyncResult {}

    enum Why {
        NOT_READABLE,
        /// Signed before the day was taken along, after it ended, or later than now.
        OUT_OF_TIME,
        /// Not this officer's passkey, or not a registrar of the centre.
        NOT_SIGNED,
        /// Photo or lines are not those that were signed.
        CHANGED,
        UNKNOWN_VISIT
    }
}
