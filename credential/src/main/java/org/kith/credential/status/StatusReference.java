package org.kith.credential.status;

/// Where a credential's status is looked up (Token Status List §6.1): the list's address and a position in it,
/// from 0.
///
/// @param uri compared letter for letter with the list's `sub`, so it is kept as text
public record StatusReference(String uri, int index) {
    public StatusReference {
        if (uri.isBlank()) throw new IllegalArgumentException("A status reference needs the address of a list.");
        if (index < 0) throw new IllegalArgumentException("A position in a status list is not negative.");
    }
}
