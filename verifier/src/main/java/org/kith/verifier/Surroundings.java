package org.kith.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/// What a command finds around it: folders, streams and the time. Tests bring their own.
///
/// @param trust folder of the chosen trust files: `$XDG_CONFIG_HOME/kith/trust`, by default under `~/.config`
/// @param cache folder of fetched status lists: `$XDG_CACHE_HOME/kith`, by default under `~/.cache`
record Surroundings(Path trust, Path cache, InputStream in, PrintStream out, PrintStream err, Clock clock) {

    static Surroundings ofThisProcess() {
        var environment = System.getenv();
        return new Surroundings(
                home(environment, "XDG_CONFIG_HOME", ".config").resolve("trust"),
                home(environment, "XDG_CACHE_HOME", ".cache"),
                System.in,
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Clock.systemUTC());
    }

    /// Names are in all scripts, whatever the locale says of the terminal.
    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, UTF_8);
    }

    /// A relative path there is to be ignored (XDG Base Directory Specification).
    private static Path home(Map<String, String> environment, String variable, String otherwise) {
        var named = environment.getOrDefault(variable, "");
        var folder = named.isEmpty() || !Path.of(named).isAbsolute()
                ? Path.of(System.getProperty("user.home"), otherwise)
                : Path.of(named);
        return folder.resolve("kith");
    }
}
