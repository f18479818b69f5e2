package org.kith.server.judges;

import java.util.List;
import java.util.Map;

/// A way to get a card into a wallet, as the rows of docs/WALLETS.md name it.
@SuppressWarnings("ImmutableEnumChecker") // List.of and Map.of
enum Flow {
    PIN("offer with a PIN", false, Map.of()),
    PIN_BY_A_STRANGER("the same, wallet attested by a maker that nobody here knows", true, Map.of()),
    PIN_ATTESTED("the same, by a maker that the programme trusts", true, Map.of()),
    BEGUN_BY_WALLET("begun in the wallet: PAR, PKCE, DPoP, wallet attested", true, Map.of()),
    BEGUN_BY_OFFER("the same, begun by an offer", true, Map.of()),
    REFRESH("fresh access token", true, Map.of("refresh", true), "refreshed"),
    BATCH("three copies at once", true, Map.of("keys", 3)),
    DEFERRED("deferred", true, Map.of(), "deferred"),
    NOTIFICATION("notification", true, Map.of("notify", true), "notified"),
    ENCRYPTION("request and answer encrypted", true, Map.of("encrypt", true), "encrypted");

    final String title;
    final boolean attested;
    final Map<String, Object> asks;

    /// What the library says of itself afterwards.
    final List<String> effects;

    Flow(String title, boolean attested, Map<String, Object> asks, String... effects) {
        this.title = title;
        this.attested = attested;
        this.asks = asks;
        this.effects = List.of(effects);
    }

    boolean byPin() {
        return this == PIN || this == PIN_BY_A_STRANGER || this == PIN_ATTESTED;
    }

    /// Whether the card is still being decided when the wallet asks for it.
    boolean waits(Library library) {
        // The only place where the library in Kotlin refreshes is while it waits.
        return this == DEFERRED || (this == REFRESH && library == Library.EUDI);
    }
}
