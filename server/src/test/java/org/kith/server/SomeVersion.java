package org.kith.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.TreeMap;
import org.kith.pack.Pack;
import org.kith.pack.PackReading;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Versions of a programme that a server has kept beside the one it runs.
public final class SomeVersion {
    private final Path folder;

    /// A copy of that pack, to be changed.
    public SomeVersion(String pack, Path folder) {
        this.folder = folder;
        var from = Path.of("../programmes", pack);
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = folder.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SomeVersion with(String file, String old, String changed) {
        try {
            var path = folder.resolve(file);
            var text = Files.readString(path);
            if (!text.contains(old)) throw new AssertionError("not in " + file + ": " + old);
            Files.writeString(path, text.replace(old, changed));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Pack kept(JdbcClient jdbc) {
        return kept(folder, jdbc);
    }

    public static Pack kept(Path folder, JdbcClient jdbc) {
        if (!(Pack.read(folder) instanceof PackReading.Loaded(var pack))) throw new AssertionError("has faults");
        var files = new TreeMap<String, String>();
        pack.folder()
                .files()
                .forEach((name, bytes) -> files.put(name, Base64.getEncoder().encodeToString(bytes)));
        jdbc.sql("""
                insert into programme_version (digest, version, files, loaded_at) values (?, ?, ?::jsonb, now())
                on conflict do nothing
                """)
                .params(pack.digest(), pack.version(), new JsonMapper().writeValueAsString(files))
                .update();
        return pack;
    }
}
