package org.kith.credential.sdjwt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.KEY_BINDING_MALFORMED;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.MALFORMED;

import java.util.Arrays;

/// An SD-JWT as it came, taken apart (RFC 9901 §4) and **not verified**: nothing it says is to be believed.
/// [SdJwtVerifier] makes a [VerifiedSdJwt] of it.
public final class PresentedSdJwt {
    /// Letters of the longest that is read: a portrait fits in, a flood does not.
    public static final int LONGEST = 1 << 20;

    private static final int MOST_DISCLOSURES = 1_000;

    private final String compact;
    final byte[] text;
    /// Where each `~` stands.
    final int[] tildes;

    private PresentedSdJwt(String compact, byte[] text, int[] tildes) {
        this.compact = compact;
        this.text = text;
        this.tildes = tildes;
    }

    /// Compact form: the issuer's JWT, `~` and a disclosure as often as there are any, `~`, and the key
    /// binding JWT or
    /// nothing.
    public static PresentedSdJwt parse(String compact) throws SdJwtRefused {
        if (compact.length() > LONGEST) throw new SdJwtRefused(MALFORMED, "longer than an SD-JWT may be");
        var tildes = new int[16];
        var count = 0;
        for (var at = compact.indexOf('~'); at >= 0; at = compact.indexOf('~', at + 1)) {
            if (count > MOST_DISCLOSURES) throw new SdJwtRefused(MALFORMED, "more disclosures than an SD-JWT may have");
            if (count == tildes.length) tildes = Arrays.copyOf(tildes, count * 2);
            tildes[count++] = at;
        }
        if (count == 0) throw new SdJwtRefused(MALFORMED, "no ~ after the issuer's JWT");
        // A letter outside ASCII becomes a question mark, which no part may hold.
        return new PresentedSdJwt(compact, compact.getBytes(US_ASCII), Arrays.copyOf(tildes, count));
    }

    CompactJwt issuerJwt() throws SdJwtRefused {
        return CompactJwt.read(compact, text, 0, tildes[0], MALFORMED);
    }

    CompactJwt keyBindingJwt() throws SdJwtRefused {
        return CompactJwt.read(compact, text, keyBindingFrom(), text.length, KEY_BINDING_MALFORMED);
    }

    int disclosures() {
        return tildes.length - 1;
    }

    int disclosureFrom(int index) {
        return tildes[index] + 1;
    }

    int disclosureTo(int index) {
        return tildes[index + 1];
    }

    boolean hasKeyBinding() {
        return keyBindingFrom() < text.length;
    }

    /// Also the length of what `sd_hash` covers (§4.3.1).
    int keyBindingFrom() {
        return tildes[tildes.length - 1] + 1;
    }

    @Override
    public String toString() {
        return "PresentedSdJwt[" + disclosures() + " disclosures]";
    }
}
