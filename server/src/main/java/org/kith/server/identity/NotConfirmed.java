package org.kith.server.identity;

/// Why an officer did not confirm who somebody is. The person may come again; nothing is refused by it.
public enum NotConfirmed {
    NO_PASSPORT,
    PASSPORT_EXPIRED,
    PASSPORT_ALTERED,
    PASSPORT_OF_ANOTHER,
    DATA_DIFFERS,
    NOT_SURE
}
