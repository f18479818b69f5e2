package org.kith.server.programme;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.kith.pack.Pack;
import org.kith.pack.source.PackFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Keeps the files of whole packs by their digest.
@Repository
class ProgrammeVersions {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    ProgrammeVersions(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void keep(Pack pack) {
        var files = new TreeMap<String, String>();
        pack.folder()
                .files()
                .forEach((name, bytes) -> files.put(name, Base64.getEncoder().encodeToString(bytes)));
        var sql = """
            insert into programme_version (digest, version, files, loaded_at)
            values (:digest, :version, :files::jsonb, :now)
            on conflict (digest) do nothing
            """;
        jdbc.sql(sql)
                .param("digest", pack.digest())
                .param("version", pack.version())
                .param("files", json.writeValueAsString(files))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    PackFolder files(String digest) {
        var sql = """
            select files::text from programme_version where digest = :digest
            """;
        var text = jdbc.sql(sql).param("digest", digest).query(String.class).single();
        var encoded = json.readValue(text, new TypeReference<Map<String, String>>() {});
        var files = new TreeMap<String, byte[]>();
        encoded.forEach((name, content) -> files.put(name, Base64.getDecoder().decode(content)));
        return PackFolder.of(files);
    }
}
