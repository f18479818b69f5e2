package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Reads what people name, and writes so that a reader never sees half a file.
final class LocalFiles {
    private LocalFiles() {}

    /// @throws Refusal if it cannot be read or has more than `limit` bytes
    static byte[] read(Path file, int limit) throws Refusal {
        if (Files.isDirectory(file)) throw Refusal.wrongUse(file + " is a folder. Name the files in it.");
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw Refusal.wrongUse(file + " is larger than " + limit / 1024 / 1024 + " MB. No card is that large.");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw Refusal.wrongUse("There is no file " + file + ". Check its name.");
        } catch (AccessDeniedException e) {
            throw Refusal.wrongUse(file + " may not be read. Check its permissions.");
        } catch (IOException e) {
            throw Refusal.wrongUse(file + " cannot be read: " + e.getMessage());
        }
    }

    /// A file's bytes, or those of standard input where `-` stands for them.
    static byte[] readOrIn(Surroundings here, String file, int limit) throws Refusal {
        if (!file.equals("-")) return read(Path.of(file), limit);
        try {
            return here.in().readNBytes(limit);
        } catch (IOException e) {
            throw Refusal.wrongUse("Standard input cannot be read: " + e.getMessage());
        }
    }

    static void write(Path file, byte[] bytes) throws Refusal {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var whole = Files.createTempFile(file.toAbsolutePath().getParent(), ".new", null);
            try {
                Files.write(whole, bytes);
                Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException e) {
            throw Refusal.no(file + " cannot be written. Check the folder's permissions and the room on the disk.");
        }
    }

    /// The files of a folder that end so, in the order of their names; none if there is no folder.
    static List<Path> list(Path folder, String ending) throws Refusal {
        if (!Files.isDirectory(folder)) return List.of();
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Refusal.no(folder + " cannot be read. Check its permissions.");
        }
    }

    /// A file name for an address: addresses have letters that file names must not.
    static String nameOf(String address) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(address.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
