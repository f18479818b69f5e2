package org.kith.server.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kith.server.identity.storage.FileStore;
import org.kith.server.identity.storage.FilesAway;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Files, each sealed under its person's key and for its own name: renamed or swapped, it does not open.
///
/// **A row never names a file that is not there**: the file is kept, whole, before the row commits. A file that no row
/// names does no harm and is swept later ([SweepFiles]).
@Component
public class SealedFiles {
    static final int DRAWERS = 256;
    private static final String PURPOSE = "file";

    private final FileStore store;
    private final Vault vault;

    SealedFiles(FileStore store, Vault vault) {
        this.store = store;
        this.vault = vault;
    }

    /// Seals `plain` into a new file and gives its name.
    ///
    /// @throws FilesAway if it could not be kept; nobody will ever ask for it then
    UUID add(PersonId person, byte[] plain) {
        var name = UUID.randomUUID();
        store.put(name, vault.seal(person, new Context(PURPOSE, name), plain));
        return name;
    }

    /// What is in a file; nothing once its person has been erased.
    Optional<byte[]> open(PersonId person, UUID name) {
        return vault.open(person, new Context(PURPOSE, name), store.get(name));
    }

    /// Removes a file as soon as the transaction that forgot it has committed.
    void removeAfterCommit(UUID name) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                remove(name);
            }
        });
    }

    /// Where the place is away, the file is swept when it is back: no row names it any more.
    void remove(UUID name) {
        try {
            store.remove(name);
        } catch (FilesAway _) {
            // Swept later.
        }
    }

    /// The names of all files in a drawer, unfinished ones too.
    ///
    /// @param drawer from 0 to [#DRAWERS]
    Set<UUID> in(int drawer) {
        return store.in("%02x".formatted(drawer));
    }
}
