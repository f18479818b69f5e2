package org.kith.credential.identity;

import org.jspecify.annotations.Nullable;

/// What came of verifying a record.
///
/// @param record     what it says; null unless the issuer did sign it
/// @param issuerName as the trust file calls the issuer; null with it
public record RecordResult(
        RecordReason reason,
        @Nullable IdentityRecord record,
        @Nullable String issuerName) {}
