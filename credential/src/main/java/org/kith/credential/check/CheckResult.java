package org.kith.credential.check;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.credential.qr.CardQr;

/// What a check found.
///
/// @param card what the card says; null unless its signature held, so that nothing forged is shown
/// @param issuerName as the trust file has it; null unless the signature held
/// @param listIssuedAt when the status list that was looked into was made; null if none was
/// @param listAge how old it was then; shown with every answer that rests on it
public record CheckResult(
        CheckReason reason,
        @Nullable CardQr card,
        @Nullable String issuerName,
        @Nullable Instant listIssuedAt,
        @Nullable Duration listAge) {

    public CheckAnswer answer() {
        return reason.answer();
    }
}
