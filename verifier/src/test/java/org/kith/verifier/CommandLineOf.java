package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// Runs `kith` in this process, in a folder of its own.
final class CommandLineOf {
    private final Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Instant now = SomeIssuer.NOW;
    private byte[] in = {};

    CommandLineOf(Path folder) {
        this.folder = folder;
    }

    CommandLineOf at(Instant moment) {
        this.now = moment;
        return this;
    }

    CommandLineOf reading(String text) {
        return reading(text.getBytes(UTF_8));
    }

    CommandLineOf reading(byte[] bytes) {
        this.in = bytes;
        return this;
    }

    int kith(Object... arguments) {
        out.reset();
        err.reset();
        var here = new Surroundings(
                folder.resolve("config/trust"),
                folder.resolve("cache"),
                new ByteArrayInputStream(in),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                Clock.fixed(now, ZoneOffset.UTC));
        var words = new String[arguments.length];
        for (var word = 0; word < words.length; word++) words[word] = arguments[word].toString();
        return Kith.run(here, words);
    }

    String out() {
        return out.toString(UTF_8);
    }

    String err() {
        return err.toString(UTF_8);
    }

    Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name, String text) {
        return file(name, text.getBytes(UTF_8));
    }
}
