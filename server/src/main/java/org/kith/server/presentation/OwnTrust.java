package org.kith.server.presentation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kith.credential.trust.KeyPurpose;
import org.kith.credential.trust.TrustFile;
import org.kith.credential.trust.TrustedKey;
import org.kith.server.keys.Purpose;
import org.kith.server.keys.Signing;
import org.kith.server.programme.Programme;
import org.kith.server.site.BaseUrl;
import org.springframework.stereotype.Component;

/// What a verifier elsewhere needs to know of this issuer, and what our own check goes by.
@Component
public class OwnTrust {
    private final Signing signing;
    private final Programme programme;
    private final BaseUrl base;

    OwnTrust(Signing signing, Programme programme, BaseUrl base) {
        this.signing = signing;
        this.programme = programme;
        this.base = base;
    }

    public TrustFile file() {
        var keys = new ArrayList<TrustedKey>();
        keys.addAll(keys(Purpose.CARD, KeyPurpose.CARD));
        keys.addAll(keys(Purpose.STATUS, KeyPurpose.STATUS));
        keys.addAll(keys(Purpose.JOURNAL, KeyPurpose.JOURNAL));
        return new TrustFile(
                base.link(""),
                programme.texts(Locale.ENGLISH).text("authority.name"),
                base.link("/status/"),
                base.link("/status"),
                keys);
    }

    private List<TrustedKey> keys(Purpose ours, KeyPurpose theirs) {
        return signing.publicKeys(ours).stream()
                .map(key -> new TrustedKey(key.jwk(), theirs, key.from(), key.until()))
                .toList();
    }
}
