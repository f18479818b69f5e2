package org.kith.server.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file, or a descriptor, that holds a password and perhaps the end of a line.
final class PasswordFile {
    private PasswordFile() {}

    static char[] read(Path file) {
        try {
            var text = Files.readString(file).strip();
            if (text.isEmpty()) throw new KeyRefusal("The password file " + file + " is empty.");

            return text.toCharArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The password file " + file + " cannot be read.", e);
        }
    }
}
