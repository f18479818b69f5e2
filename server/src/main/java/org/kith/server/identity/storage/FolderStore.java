package org.kith.server.identity.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/// Files in a folder that only we can read.
final class FolderStore implements FileStore {
    private static final String UNFINISHED = ".new";

    private final Path folder;

    FolderStore(Path folder) throws IOException {
        this.folder = folder.toAbsolutePath();
        Files.createDirectories(
                this.folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Override
    public void put(UUID name, byte[] sealed) {
        var drawer = drawer(name);
        var unfinished = drawer.resolve(name + UNFINISHED);
        try {
            Files.createDirectories(drawer);
            Files.write(unfinished, sealed, StandardOpenOption.CREATE_NEW);
            sync(unfinished);
            Files.move(unfinished, path(name), StandardCopyOption.ATOMIC_MOVE);
            sync(drawer);
        } catch (IOException e) {
            throw new FilesAway(e);
        }
    }

    @Override
    public byte[] get(UUID name) {
        try {
            return Files.readAllBytes(path(name));
        } catch (IOException e) {
            throw new FilesAway(e);
        }
    }

    @Override
    public void remove(UUID name) {
        try {
            Files.deleteIfExists(drawer(name).resolve(name + UNFINISHED));
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new FilesAway(e);
        }
    }

    @Override
    public Set<UUID> in(String drawer) {
        var names = new HashSet<UUID>();
        var place = folder.resolve(drawer);
        if (!Files.isDirectory(place)) return names;

        try (var files = Files.list(place)) {
            files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString().replace(UNFINISHED, ""))
                    .forEach(name -> names.add(UUID.fromString(name)));
        } catch (IOException e) {
            throw new FilesAway(e);
        }
        return names;
    }

    private Path path(UUID name) {
        return drawer(name).resolve(name.toString());
    }

    /// No folder grows without bound.
    private Path drawer(UUID name) {
        return folder.resolve(name.toString().substring(0, 2));
    }

    private static void sync(Path path) throws IOException {
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
