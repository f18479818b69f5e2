package org.kith.credential.sdjwt;

import static org.kith.credential.sdjwt.SdJwtRefused.Reason.HOLDER_KEY_MISSING;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.KEY_BINDING_IN_FUTURE;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.KEY_BINDING_MALFORMED;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.KEY_BINDING_NOT_GENUINE;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.KEY_BINDING_TOO_OLD;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.WRONG_AUDIENCE;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.WRONG_NONCE;
import static org.kith.credential.sdjwt.SdJwtRefused.Reason.WRONG_PRESENTATION;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Checks the key binding JWT (RFC 9901 §7.3, step 3).
final class KeyBindingCheck {
    static final String TYP = "kb+jwt";

    private KeyBindingCheck() {}

    static void require(
            PresentedSdJwt presented, Map<String, @Nullable Object> claims, KeyBinding.Expected expected, long now)
            throws SdJwtRefused {
        var key = HolderKey.of(claims);
        if (key.isEmpty()) throw new SdJwtRefused(HOLDER_KEY_MISSING, "cnf has no key on P-256");

        var jwt = presented.keyBindingJwt();
        if (!jwt.hasType(TYP)) throw new SdJwtRefused(KEY_BINDING_MALFORMED, "typ of the key binding is not " + TYP);
        if (!"ES256".equals(jwt.header().get("alg")) || jwt.header().containsKey("crit"))
            throw new SdJwtRefused(KEY_BINDING_MALFORMED, "the key binding is not signed with plain ES256");
        if (!jwt.isSignedBy(key.get()))
            throw new SdJwtRefused(KEY_BINDING_NOT_GENUINE, "the key binding is not signed by the holder's key");

        var said = jwt.payload();
        if (!expected.nonce().equals(said.get("nonce"))) throw new SdJwtRefused(WRONG_NONCE, "nonce is another");
        if (!expected.audience().equals(said.get("aud"))) throw new SdJwtRefused(WRONG_AUDIENCE, "aud is another");
        if (!new Sha256().of(presented.text, 0, presented.keyBindingFrom()).equals(said.get("sd_hash")))
            throw new SdJwtRefused(WRONG_PRESENTATION, "sd_hash is of another presentation");
        requireInTime(said, expected, now);
    }

    private static void requireInTime(Map<String, @Nullable Object> said, KeyBinding.Expected expected, long now)
            throws SdJwtRefused {
        if (!(said.get("iat") instanceof Number)) throw new SdJwtRefused(KEY_BINDING_MALFORMED, "iat is missing");
        var made = SdJwtVerifier.seconds(said, "iat", 0);
        if (made > now + SdJwtVerifier.SKEW.toSeconds())
            throw new SdJwtRefused(KEY_BINDING_IN_FUTURE, "the key binding was made in the future");
        if (made < now - expected.oldest().toSeconds())
            throw new SdJwtRefused(KEY_BINDING_TOO_OLD, "the key binding was made too long ago");
    }
}
