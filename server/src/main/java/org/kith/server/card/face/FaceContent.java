package org.kith.server.card.face;

import org.jspecify.annotations.Nullable;

/// What stands on a card. There is no portrait: nothing would protect an unsigned picture, and a checker would trust
/// it.
///
/// @param cardName      what the programme calls the card
/// @param otherCardName the same in a second language, if the programme has one
/// @param latinName     as the passport spells it
/// @param ownName       as the person writes it, where that differs
/// @param number        the card's number, grouped for reading
/// @param qr            text of the code
/// @param description   all of it in words, for those who do not see the picture
public record FaceContent(
        Design design,
        String cardName,
        @Nullable String otherCardName,
        String stateName,
        String latinName,
        @Nullable String ownName,
        Labelled number,
        Labelled validUntil,
        Labelled born,
        String notPassport,
        String qr,
        String description) {
    /// A value under its label.
    public record Labelled(String label, String value) {}
}
