package org.kith.server.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The folder of country keys. What is destroyed on one node is gone on all at once, since each use looks at the file.
final class CountryFiles {
    private static final Pattern ALPHA_3 = Pattern.compile("[A-Z]{3}");
    private static final Pattern KEY = Pattern.compile("[A-Z]{3}\\.key");

    private final Path folder;
    private final Secret root;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

    /// @param mark what tells this file from one that took its place
    private record Loaded(String mark, CountryKey key) {}

    CountryFiles(Path folder, Secret root) {
        this.folder = folder;
        this.root = root;
        OwnFile.folder(folder);
    }

    Optional<CountryKey> find(String country) {
        var mark = mark(country);
        if (mark.isEmpty()) {
            loaded.remove(country);
            return Optional.empty();
        }
        var known = loaded.get(country);
        if (known == null || !known.mark().equals(mark.get())) {
            known = new Loaded(mark.get(), CountryKey.unwrapped(country, read(country), root));
            if (destroyed(country, known.key().id())) return Optional.empty();

            loaded.put(country, known);
        }
        return Optional.of(known.key());
    }

    CountryKey findOrMake(String country) {
        var found = find(country);
        if (found.isPresent()) return found.get();

        OwnFile.makeOnce(file(country), CountryKey.random().wrapped(country, root));
        return find(country).orElseThrow(() -> new IllegalStateException("The key of " + country + " was destroyed."));
    }

    /// The countries that have a key now, in the order of the alphabet.
    List<String> countries() {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> KEY.matcher(name).matches())
                    .map(name -> name.substring(0, 3))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// First the note, then the file: whoever finds both after a crash takes the key for destroyed.
    void destroy(String country, Instant now) {
        find(country).ifPresent(key -> {
            var line = key.idText() + " " + now + "\n";
            OwnFile.append(note(country), line.getBytes(StandardCharsets.US_ASCII));
        });
        OwnFile.delete(file(country));
        loaded.remove(country);
    }

    boolean destroyed(String country, long id) {
        try {
            var note = note(country);
            if (!Files.exists(note)) return false;

            var start = CountryKey.idText(id) + " ";
            return Files.readAllLines(note).stream().anyMatch(line -> line.startsWith(start));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> mark(String country) {
        try {
            var attributes = Files.readAttributes(file(country), BasicFileAttributes.class);
            return Optional.of(attributes.fileKey() + " " + attributes.lastModifiedTime());
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] read(String country) {
        try {
            return Files.readAllBytes(file(country));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String country) {
        return folder.resolve(checked(country) + ".key");
    }

    private Path note(String country) {
        return folder.resolve(checked(country) + ".destroyed");
    }

    private static String checked(String country) {
        if (ALPHA_3.matcher(country).matches()) return country;

        throw new IllegalArgumentException("A country is three capital letters (ISO 3166 alpha-3).");
    }
}
