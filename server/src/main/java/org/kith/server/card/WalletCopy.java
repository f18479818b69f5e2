package org.kith.server.card;

import java.time.Instant;
import org.kith.credential.signing.Jwk;
import org.kith.credential.status.StatusReference;

/// A copy of a card in a wallet.
///
/// @param key    whoever holds its private half may present the copy
/// @param endsAt copies live for days, so that one which cannot be reached any more ends by itself
public record WalletCopy(CardCopy.Id id, Format format, Jwk key, StatusReference status, Instant endsAt) {
    public enum Format {
        SD_JWT,
        MDOC
    }

    /// A key that a copy is wanted for.
    public record Wanted(Format format, Jwk key) {}
}
