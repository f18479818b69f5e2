package org.kith.credential.qr;

import java.util.Optional;
import org.kith.credential.encoding.Malformed;
import org.kith.credential.signing.Jwk;

/// A card's QR code as someone shows it. **Not verified**: all it says is a claim.
public final class PresentedCardQr {
    private final PresentedCwt token;
    private final CardQr claimed;

    private PresentedCardQr(PresentedCwt token, CardQr claimed) {
        this.token = token;
        this.claimed = claimed;
    }

    /// Reads the text of a QR code.
    ///
    /// @throws Malformed if it is no card of Kith's kind: another code, or one damaged beyond reading
    public static PresentedCardQr parse(String text) throws Malformed {
        var token = PresentedCwt.parse(text);
        return new PresentedCardQr(token, CardQrFormat.read(token.unverified()));
    }

    /// Who it says has issued it: good for finding that issuer's keys, and for nothing else.
    public String claimedIssuer() {
        return claimed.issuer();
    }

    /// Whether it says it is signed with this key. Without a `kid` any key may be the one.
    public boolean names(Jwk key) {
        return token.kid().map(kid -> CardQrFormat.names(kid, key)).orElse(true);
    }

    /// The card, if this key signed it.
    public Optional<VerifiedCardQr> verify(Jwk key) {
        return token.verify(key).map(_ -> new VerifiedCardQr(claimed));
    }
}
