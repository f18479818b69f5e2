package org.kith.credential.qr;

/// A card whose signature held under a key its caller trusts. Only [PresentedCardQr#verify] makes one. Whether
/// the card
/// still stands is another question.
public final class VerifiedCardQr {
    private final CardQr content;

    VerifiedCardQr(CardQr content) {
        this.content = content;
    }

    public CardQr content() {
        return content;
    }
}
