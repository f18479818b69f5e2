package org.kith.server.notify;

/// What a mail can say. None of them says a name, a number or a reason (§7.8): the rest stands behind signing in.
public enum Letter {
    /// The link a person asked for.
    SIGN_IN("sign-in"),
    /// How the person signs in has changed, or is about to.
    DOORS("doors"),
    /// The same, with a link that stops it.
    DOORS_STOP("doors-stop"),
    /// Asks for agreement to a new address.
    DOORS_AGREE("doors-agree"),
    /// Asks whether a new address is read by whoever named it.
    DOORS_OWN("doors-own"),
    /// Somebody is asked to join a family, to consent, or to help.
    FAMILY("family"),
    /// The number that lets a wallet take up an offer; it is in the place of the link.
    WALLET_PIN("wallet-pin"),
    /// There is something new to read.
    NEWS("news");

    private final String key;

    Letter(String key) {
        this.key = key;
    }

    String bodyKey() {
        return "notify." + key + ".body";
    }
}
