package org.kith.server.wallet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which wallet speaks.
///
/// @param id          its OAuth client id; empty for one that nobody vouches for
/// @param name        as its provider calls it; empty likewise
/// @param instanceKey the thumbprint of the key that its provider vouched for in this one installation; null for all
///     others
/// @param redirects   where a browser may be sent back to, letter for letter
public record WalletClient(String id, String name, @Nullable String instanceKey, List<String> redirects) {
    static final WalletClient UNKNOWN = new WalletClient("", "", null, List.of());

    public WalletClient {
        redirects = List.copyOf(redirects);
    }

    boolean isKnown() {
        return !id.isEmpty();
    }
}
