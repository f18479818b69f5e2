package org.kith.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What a backup holds, so that a restore can tell whether it has all of it.
///
/// @param format    of the archives; this Kith reads [#FORMAT]
/// @param at        the moment whose state the archives hold
/// @param schema    the last migration of the database
/// @param archives  by file name
/// @param sequences by name, the last number given out
record Manifest(int format, Instant at, String schema, Map<String, Archive> archives, Map<String, Long> sequences) {
    static final int FORMAT = 1;

    static final String FILE = "manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Manifest {
        archives = new TreeMap<>(archives);
        sequences = new TreeMap<>(sequences);
    }

    /// @param sha256 of the archive, in hexadecimal digits
    /// @param bytes  its length
    /// @param counts rows by table, or 1 by file
    record Archive(String sha256, long bytes, Map<String, Long> counts) {
        Archive {
            counts = new TreeMap<>(counts);
        }
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(this) + "\n");
    }

    static Manifest read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.exists(file))
            throw new BackupRefused("There is no backup in " + folder + ": " + FILE + " is missing.");

        try {
            var manifest = JSON.readValue(Files.readString(file), Manifest.class);
            if (manifest.format() == FORMAT) return manifest;

            throw new BackupRefused(
                    "The backup is of format " + manifest.format() + "; this Kith reads " + FORMAT + ".");
        } catch (JacksonException e) {
            throw new BackupRefused(file + " is damaged.", e);
        }
    }

    Archive archive(String name) {
        var archive = archives.get(name);
        if (archive == null) throw new BackupRefused("The manifest does not know " + name + "; it is damaged.");

        return archive;
    }
}
