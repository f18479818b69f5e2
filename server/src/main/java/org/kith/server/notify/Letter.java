package org.kith.server.notify;

/// What a mail can say. None of them says a name, a number or a reason (§7.8): the rest stands behind signing in.
public enum Letter {
    /// The link a person asked for.
    SIGN_IN("sign-in"),
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
