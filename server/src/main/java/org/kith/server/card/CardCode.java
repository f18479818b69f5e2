package org.kith.server.card;

import org.kith.credential.qr.CardQr;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.kith.server.site.BaseUrl;
import org.springframework.stereotype.Component;

/// Signs what the code of a copy says: issuer, names, year of birth, end and the copy's own status position. No card
/// number and no photo.
@Component
class CardCode {
    private final Signing signing;
    private final BaseUrl base;

    CardCode(Signing signing, BaseUrl base) {
        this.signing = signing;
        this.base = base;
    }

    /// The text of the code.
    String of(CardWords words, CardCopy copy) {
        var code = new CardQr(
                base.link(""), words.latin(), words.own(), words.born(), copy.madeAt(), copy.endsAt(), copy.status());
        return code.fitting().sign(signing.signer(Purpose.CARD)).text();
    }
}
