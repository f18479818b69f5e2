package org.kith.credential.mdoc;

/// An mdoc that is not believed, and why. The message names the fault, never what the document says.
public final class MdocRefused extends Exception {
    private static final long serialVersionUID = 1;

    /// Why. Sections are those of ISO/IEC 18013-5.
    public enum Reason {
        /// Not the form of §8.3.2.1.2.2 and §9.1.2: parts missing, another type, not strict CBOR.
        MALFORMED,
        /// `x5chain` leads to nobody who is trusted (§9.3.3).
        UNKNOWN_SIGNER,
        /// The issuer's signature fails under the trusted key, or is of another algorithm than ES256.
        NOT_GENUINE,
        /// `digestAlgorithm` is another than SHA-256.
        WRONG_HASH_ALGORITHM,
        /// An element for which the issuer signed no digest.
        UNSIGNED_ELEMENT,
        /// An element whose digest is another (§9.1.2.5).
        ALTERED_ELEMENT,
        /// The same element, or the same digest number, twice.
        ELEMENT_TWICE,
        /// The issuer signed another `docType` than is asked for, or than the document says.
        WRONG_DOC_TYPE,
        /// `validFrom` lies ahead.
        NOT_YET_VALID,
        /// `validUntil` has passed.
        EXPIRED,
        /// The device signed nothing (§9.1.3).
        DEVICE_AUTHENTICATION_MISSING,
        /// The device's signature or MAC is not made by the key that the issuer named, or for another session.
        DEVICE_NOT_GENUINE
    }

    private final Reason reason;

    MdocRefused(Reason reason, String message) {
        // No stack trace: it is an answer, not an accident, and costs more than the signature.
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
