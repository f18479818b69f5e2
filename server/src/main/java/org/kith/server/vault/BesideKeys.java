package org.kith.server.vault;

/// Whoever keeps, outside the vault, what is made with a person's or their country's key: codes to find them by. Told
/// in
/// the same transaction, so that nothing of an erased person can be found for a moment longer.
public interface BesideKeys {
    /// Another country's key wraps theirs from now on; [Vault#country] tells which.
    void moved(PersonId person);

    void erased(PersonId person);
}
