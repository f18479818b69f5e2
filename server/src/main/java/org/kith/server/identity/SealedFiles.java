package org.kith.server.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kith.server.vault.Context;
import org.kith.server.vault.PersonId;
import org.kith.server.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Pictures on disk, each sealed under its person's key and for its own name: renamed or swapped, it does not open.
///
/// **A row never names a file that is not there**: the file is on the disk, whole, before the row commits. A file that
/// no row names does no harm and is swept later ([SweepFiles]).
@Component
public class SealedFiles {
    static final int DRAWERS = 256;
    private static final String PURPOSE = "file";

    private final Path folder;
    private final Vault vault;

    SealedFiles(@Value("${kith.home}") Path home, Vault vault) throws IOException {
        this.folder = home.resolve("files").toAbsolutePath();
        this.vault = vault;
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /// Seals `plain` into a new file and gives its name.
    UUID add(PersonId person, byte[] plain) {
        var name = UUID.randomUUID();
        var sealed = vault.seal(person, new Context(PURPOSE, name), plain);
        var drawer = drawer(name);
        var unfinished = drawer.resolve(name + ".new");
        try {
            Files.createDirectories(drawer);
            Files.write(unfinished, sealed, StandardOpenOption.CREATE_NEW);
            sync(unfinished);
            Files.move(unfinished, path(name), StandardCopyOption.ATOMIC_MOVE);
            sync(drawer);
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is in a file; nothing once its person has been erased.
    Optional<byte[]> open(PersonId person, UUID name) {
        try {
            return vault.open(person, new Context(PURPOSE, name), Files.readAllBytes(path(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    void remove(UUID name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The names of all files in a drawer, unfinished ones too.
    ///
    /// @param drawer from 0 to [#DRAWERS]
    Set<UUID> in(int drawer) {
        var names = new HashSet<UUID>();
        var place = drawer("%02x".formatted(drawer));
        if (!Files.isDirectory(place)) return names;

        try (var files = Files.list(place)) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(".new", ""))
                    .forEach(name -> names.add(UUID.fromString(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /// Removes what was never finished under that name, and what was.
    void sweep(UUID name) {
        try {
            Files.deleteIfExists(drawer(name).resolve(name + ".new"));
            Files.deleteIfExists(path(name));
        } catch (NoSuchFileException _) {
            // Somebody else swept it.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path path(UUID name) {
        return drawer(name).resolve(name.toString());
    }

    /// No folder grows without bound.
    private Path drawer(UUID name) {
        return drawer(name.toString().substring(0, 2));
    }

    private Path drawer(String start) {
        return folder.resolve(start);
    }

    private static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
