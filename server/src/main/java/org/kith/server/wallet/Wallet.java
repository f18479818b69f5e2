package org.kith.server.wallet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.server.card.CardId;
import org.kith.server.vault.PersonId;

/// A wallet that a person let in: until it is removed, or has not come for long, it may fetch copies of their card.
///
/// @param card           whose copies it may fetch; null while it is being prepared
/// @param client         its OAuth client; empty for one that nobody vouches for
/// @param name           as its provider calls it; empty likewise
/// @param key            what its refresh tokens are bound to besides the client; null for none
/// @param configurations what it may fetch
/// @param inBrowser      whether it is ours, in a browser ([WebWallet])
public record Wallet(
        WalletId id,
        PersonId person,
        @Nullable CardId card,
        String client,
        String name,
        @Nullable String key,
        List<String> configurations,
        Instant createdAt,
        Instant usedAt,
        boolean inBrowser) {
    public Wallet {
        configurations = List.copyOf(configurations);
    }
}
