package org.kith.server.account;

/// How a person signed in.
public enum Way {
    LINK,
    PASSKEY
}
