package org.kith.credential.sdjwt;

import java.time.Duration;

/// Whether a verifier wants proof that the one who presents holds the key the credential was issued to (RFC
/// 9901 §7.3).
/// It says so itself: what was presented must not decide it.
public sealed interface KeyBinding {
    /// Not wanted: a credential that is not bound to a key, or straight from its issuer.
    record None() implements KeyBinding {}

    /// Wanted.
    ///
    /// @param nonce what this verifier sent with its request
    /// @param audience this verifier, as its request named it
    /// @param oldest how long ago the binding may have been made
    record Expected(String nonce, String audience, Duration oldest) implements KeyBinding {
        public Expected {
            if (nonce.isEmpty() || audience.isEmpty()) throw new IllegalArgumentException("needs nonce and audience");
            if (oldest.isNegative() || oldest.isZero()) throw new IllegalArgumentException("needs an age");
        }
    }
}
