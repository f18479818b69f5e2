package org.kith.server.wallet;

/// Where wallets find what they need. The issuer is our base address; its authorization server has a path of
/// its own, so that another may stand beside it for relying parties.
public final class Paths {
    public static final String ISSUER = "/wallet";
    public static final String PAR = "/wallet/par";
    public static final String AUTHORIZE = "/wallet/authorize";
    public static final String CONSENT = "/wallet/consent/";
    public static final String TOKEN = "/wallet/token";
    public static final String CHALLENGE = "/wallet/challenge";
    public static final String NONCE = "/wallet/nonce";
    public static final String CREDENTIAL = "/wallet/credential";
    public static final String DEFERRED = "/wallet/deferred";
    public static final String NOTIFICATION = "/wallet/notification";

    /// Of our own, for the wallet in a browser.
    public static final String CODE = "/wallet/code";

    public static final String OFFERS = "/wallet/offers/";

    /// The well-known part goes between host and path (RFC 8414 3.1).
    public static final String SERVER_METADATA = "/.well-known/oauth-authorization-server/wallet";

    public static final String ISSUER_METADATA = "/.well-known/openid-credential-issuer";

    private Paths() {}
}
