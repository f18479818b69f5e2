package org.kith.server.identity;

/// The fields of a passport that are compared with what was declared, in the order an officer reads them.
public enum PassportField {
    SURNAME,
    GIVEN_NAMES,
    BIRTH_DATE,
    NATIONALITY,
    ISSUER,
    NUMBER,
    EXPIRY
}
