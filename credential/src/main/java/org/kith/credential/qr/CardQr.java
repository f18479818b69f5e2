package org.kith.credential.qr;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.kith.credential.signing.Signer;
import org.kith.credential.status.StatusReference;

/// What the QR code of a card says. No card number and no photo: whoever reads the code learns no more than
/// this.
///
/// @param issuer the issuer's address, as trust files name it
/// @param fullName in Latin letters
/// @param nameInOwnScript as the person writes it, or null where that is the Latin name
/// @param yearOfBirth four digits
/// @param issuedAt cut to whole seconds
/// @param expiresAt when the code ends, cut to whole seconds: with the card, or a day after it was shown on a
///     screen
/// @param status this print's own position in a status list
public record CardQr(
        String issuer,
        String fullName,
        @Nullable String nameInOwnScript,
        int yearOfBirth,
        Instant issuedAt,
        Instant expiresAt,
        StatusReference status) {
    /// Bytes of a signed CWT, before ZLIB and Base45, that still read well off an ID-1 card.
    public static final int MAX_BYTES = 400;

    public CardQr {
        if (issuer.isBlank()) throw new IllegalArgumentException("A card QR needs an issuer.");
        requireName(fullName);
        if (nameInOwnScript != null) requireName(nameInOwnScript);
        if (yearOfBirth < 1000 || yearOfBirth > 9999) throw new IllegalArgumentException("A year has four digits.");
        issuedAt = issuedAt.truncatedTo(ChronoUnit.SECONDS);
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
        if (!expiresAt.isAfter(issuedAt)) throw new IllegalArgumentException("A card QR ends after it begins.");
    }

    /// This card with its names cut, if need be, so that [#sign] takes it. The name that takes more bytes loses
    /// its
    /// last letter (a whole grapheme, accents and joiners included), again and again, until the whole fits;
    /// four letters
    /// of each stay. A name that was cut ends in an ellipsis.
    ///
    /// @throws IllegalArgumentException if the addresses are so long that four letters of each name do not fit
    public CardQr fitting() {
        return NameFitting.fit(this);
    }

    /// Bytes of the signed CWT.
    public int size() {
        return CardQrFormat.size(this);
    }

    /// Signs and packs the card.
    ///
    /// @throws IllegalArgumentException if it takes more than [#MAX_BYTES]: ask [#fitting] first
    public SignedCardQr sign(Signer signer) {
        var size = size();
        if (size > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "The card takes " + size + " bytes of " + MAX_BYTES + " in a QR code: shorten its names.");
        }
        return CardQrFormat.sign(this, signer);
    }

    CardQr withNames(String latin, @Nullable String ownScript) {
        return new CardQr(issuer, latin, ownScript, yearOfBirth, issuedAt, expiresAt, status);
    }

    /// Control characters and direction overrides could make a name read as something else on a screen.
    private static void requireName(String name) {
        if (name.isBlank()) throw new IllegalArgumentException("A name is not blank.");
        var hidden = name.codePoints()
                .anyMatch(letter -> Character.isISOControl(letter)
                        || (letter >= 0x202A && letter <= 0x202E)
                        || (letter >= 0x2066 && letter <= 0x2069));
        if (hidden) throw new IllegalArgumentException("A name has no control characters.");
    }
}
