package org.kith.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A programme that offers every language the software speaks.
public final class SevenLanguages {
    private SevenLanguages() {}

    /// Utopia, with its own words left in English where it has no others.
    public static Path pack() {
        var utopia = Path.of("../programmes/utopia");
        try (var files = Files.walk(utopia)) {
            var copy = Files.createTempDirectory("seven-languages");
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var to = copy.resolve(utopia.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to);
            }
            for (var language : List.of("fr", "es", "he", "zh")) {
                var messages = copy.resolve("messages");
                Files.copy(messages.resolve("en.yaml"), messages.resolve(language + ".yaml"));
            }
            var programme = copy.resolve("programme.yaml");
            Files.writeString(
                    programme,
                    Files.readString(programme)
                            .replaceFirst("(?m)^languages:.*$", "languages: [en, fr, es, ar, ru, he, zh]"));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
