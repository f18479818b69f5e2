package org.kith.server.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's own programs, unpacked once from the jar they came in.
record Programs(Path folder) {
    /// The release in the jar; another release lies beside it, not over it.
    static final String RELEASE = "18.6.0";

    static final String MAJOR = "18";

    static Programs unpacked(Path home) throws IOException {
        var folder = home.resolve("postgresql-" + RELEASE).toAbsolutePath();
        if (!Files.isDirectory(folder)) {
            // Whole or not at all: a process killed meanwhile leaves no half of it under the real name.
            var unfinished = home.resolve("postgresql-" + RELEASE + ".new").toAbsolutePath();
            delete(unfinished);
            Files.createDirectory(unfinished);
            unpack(unfinished);
            Private.moveSurely(unfinished, folder);
        }
        return new Programs(folder);
    }

    Path initdb() {
        return folder.resolve("bin/initdb");
    }

    Path postgres() {
        return folder.resolve("bin/postgres");
    }

    private static void unpack(Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive())))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) unpack(tar, entry, target);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) throw new IOException("The archive points outside itself: " + entry.getName());

        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, path);
            Files.setPosixFilePermissions(path, permissions((entry.getMode() & 0100) != 0));
        }
    }

    private static Set<PosixFilePermission> permissions(boolean program) {
        var permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ);
        permissions.add(PosixFilePermission.OTHERS_READ);
        if (program) {
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
        }
        return permissions;
    }

    private static InputStream archive() {
        var name = "/postgres-%s-%s.txz".formatted(system(), processor());
        var archive = Programs.class.getResourceAsStream(name);
        if (archive == null) {
            throw new CannotStart(
                    "Kith brings no PostgreSQL for this kind of machine (%s, %s)."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")),
                    "the server's jar",
                    "Install PostgreSQL 15 or newer and name it in KITH_DATABASE_URL.");
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.split(" ", 2)[0];
    }

    private static String processor() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;

        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) Files.delete(path);
        }
    }
}
