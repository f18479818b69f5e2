package org.kith.credential.signing;

import java.security.interfaces.ECPublicKey;
import java.util.Set;

/// Keys whose private half anyone can read in a standard: production refuses to sign with them or to trust
/// them.
public final class PublishedTestKeys {
    /// JWK thumbprints (RFC 7638), each under the document that prints the key.
    private static final Set<String> THUMBPRINTS = Set.of(
            // RFC 7515 §A.3, and §A.6
            "oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U",
            // RFC 7517 §A.1, RFC 7638, OpenID4VCI and OpenID4VP examples
            "cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s",
            // RFC 6979 §A.2.5
            "DOvxvJiAdIqVWIkFt5hDtCunXLF0BV4-JGv4f-ALSm0",
            // RFC 8152 §C.7, RFC 9052: key "11"
            "xNnfOFTMgZSRM3KtGHQqavZGWGF00Fe54LZBYCIxr88",
            // RFC 8152 §C.7: key "meriadoc.brandybuck@buckland.example"
            "HsSFalww3yP-dO-lWGYgFcyV5H22oScIFc4V2Y6GOto",
            // RFC 8152 §C.7: key "peregrin.took@tuckborough.example"
            "mTVa39KNK8LI9ZgAkyqQOQayaqVO7DXurapqkzEbfMg",
            // RFC 8392 §A.2.3
            "KUT6jPUqqz4OC7G_YIiZmEPyqnogLqA8iZOfYR9hmlk",
            // RFC 9449 §4.2
            "0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I",
            // RFC 9901 §A and SD-JWT VC: issuer
            "Q5yTSREAbvZL131ynDBhalXJcF9fL0foJlMN8u6ldiY",
            // RFC 9901 §A and SD-JWT VC: holder
            "aISfTcr9M_Zd09AXGAAeFxnLbFY6lBa87UN515wm5d4",
            // Token Status List: kid "12"
            "lMu2ifRhv0BMzdgKWoXvEDBZTHIT-vZ2dlRDAa0Mc8g",
            // Claim 169: ecdsa-p256-signed
            "-PLnxs5PTNnIo9d9mvrzAUBE2nUUusSHPrDQ4GjxmnM",
            // OpenID4VCI 1.0: credential issuer metadata
            "OZ5Gsj4OryAA1VqdHKrJvEo0qwZmVRt7qg48WCmg7YM",
            // OpenID4VCI 1.0: issuer JWKS
            "mlUpog7vEewFBem6Ul09c2dtTwc8dFzVpIDX3sqGWW0",
            // OpenID4VCI 1.0: wallet attestation
            "gNVUILmGM8X02lmcIVmHKnjrJlfhXYf0Zi8dWhyXGWs",
            // ISO/IEC 18013-5 Annex D: document signer
            "hdGUwm7Y3nkW3bHL_DsfwG0u5wXZ17hFHVTjPIcI8rU",
            // ISO/IEC 18013-5 Annex D: reader
            "-YetONMc0f1YboPB8l-iq2znzZ7tPhuhQXCpKATL-p0",
            // ISO/IEC 18013-5 Annex D: static device key
            "0yVOsEv7u3l90lyYSylo0oqZQ3Ijelrj32Ar5Z21moI",
            // ISO/IEC 18013-5 Annex D: ephemeral device key
            "1QsZklWjgW9FoaO0vGCjyx8n5M-lfedRbGkX74Pzwwg",
            // ISO/IEC 18013-5 Annex D: ephemeral reader key
            "91wuphIOMKQFqegmNktDvaMsNFTBM7P23Rr9iOhxRLQ");

    private PublishedTestKeys() {}

    public static boolean contains(ECPublicKey key) {
        return contains(Jwk.of(key));
    }

    public static boolean contains(Jwk key) {
        return THUMBPRINTS.contains(key.thumbprint());
    }
}
