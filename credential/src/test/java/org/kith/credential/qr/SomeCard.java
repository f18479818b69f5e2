package org.kith.credential.qr;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kith.credential.status.StatusReference;

/// Cards for tests.
public final class SomeCard {
    public static final String ISSUER = "https://kith.example";
    public static final String LIST = "https://kith.example/status/1";
    public static final Instant ISSUED = Instant.parse("2026-11-22T12:00:00Z");

    private SomeCard() {}

    public static CardQr ofOlena() {
        return named("Olena Kovalenko", "Олена Коваленко");
    }

    public static CardQr named(String latin, @Nullable String ownScript) {
        var expires = ISSUED.plus(Duration.ofDays(1826));
        return new CardQr(ISSUER, latin, ownScript, 1990, ISSUED, expires, new StatusReference(LIST, 4711));
    }

    public static CardQr at(int index) {
        var card = ofOlena();
        return new CardQr(
                card.issuer(),
                card.fullName(),
                card.nameInOwnScript(),
                card.yearOfBirth(),
                card.issuedAt(),
                card.expiresAt(),
                new StatusReference(LIST, index));
    }
}
