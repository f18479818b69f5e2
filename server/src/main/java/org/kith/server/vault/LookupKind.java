package org.kith.server.vault;

/// What a look-up may ask for. Exact fields only: nothing here lets anyone list or browse people.
public enum LookupKind {
    /// Number and issuing state of a passport or identity card.
    DOCUMENT,
    /// Normalised name and date of birth.
    NAME_AND_BIRTH,
    /// The number of an application, as it is read out.
    REFERENCE
}
