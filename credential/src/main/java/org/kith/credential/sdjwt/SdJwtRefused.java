package org.kith.credential.sdjwt;

/// An SD-JWT that is not believed, and why. The message names the fault, never what the credential says.
public final class SdJwtRefused extends Exception {
    private static final long serialVersionUID = 1;

    /// Why. Sections are those of RFC 9901, unless another document is named.
    public enum Reason {
        /// Not the form of §4: parts missing, garbage at the end, not base64url, not JSON.
        MALFORMED,
        /// `typ` is another: a token of another kind must not pass for this one (RFC 8725 §3.11).
        WRONG_TYPE,
        /// `alg` is another than ES256, `none` among them (§7.1, step 2).
        WRONG_ALGORITHM,
        /// The header demands an extension (`crit`) that is not known here.
        UNKNOWN_EXTENSION,
        /// Neither this issuer nor this key is trusted.
        UNKNOWN_KEY,
        /// The issuer's signature fails under a trusted key.
        NOT_GENUINE,
        /// `_sd_alg` is another than sha-256 (§4.1.1).
        WRONG_HASH_ALGORITHM,
        /// A disclosure for which the issuer signed no digest: added, or altered (§7.1, step 5).
        UNSIGNED_DISCLOSURE,
        /// The same disclosure twice.
        DISCLOSURE_TWICE,
        /// The same digest twice (§7.1, step 4).
        DIGEST_TWICE,
        /// A disclosure for a claim where one for an array element is due, or the other way round (§7.1, step
        /// 3).
        WRONG_DISCLOSURE,
        /// A disclosed claim that is there already (§7.1, step 3).
        CLAIM_TWICE,
        /// A claim named `_sd` or `...` (§7.1, step 3).
        RESERVED_NAME,
        /// A claim that must not be withheld came as a disclosure, such as `exp` (§9.7; SD-JWT VC §2.2.2.2).
        CLAIM_NOT_TO_BE_HIDDEN,
        /// A claim that must be there is missing, or of the wrong kind.
        WRONG_CLAIM,
        /// `nbf` or `iat` lies ahead.
        NOT_YET_VALID,
        /// `exp` has passed.
        EXPIRED,
        /// A key binding was asked for, and there is none (§7.3).
        KEY_BINDING_MISSING,
        /// A key binding was not asked for, and there is one: made for somebody else.
        KEY_BINDING_UNEXPECTED,
        /// The credential names no holder key that could bind it (`cnf`).
        HOLDER_KEY_MISSING,
        /// The key binding is not what §4.3 says, by its form, `typ` or `alg`.
        KEY_BINDING_MALFORMED,
        /// The key binding is not signed by the holder's key.
        KEY_BINDING_NOT_GENUINE,
        /// The key binding answers another request.
        WRONG_NONCE,
        /// The key binding is for another verifier.
        WRONG_AUDIENCE,
        /// The key binding is for other disclosures (`sd_hash`).
        WRONG_PRESENTATION,
        /// The key binding was made too long ago.
        KEY_BINDING_TOO_OLD,
        /// The key binding was made in the future.
        KEY_BINDING_IN_FUTURE
    }

    private final Reason reason;

    SdJwtRefused(Reason reason, String message) {
        // No stack trace: it is an answer, not an accident, and costs more than the signature.
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
