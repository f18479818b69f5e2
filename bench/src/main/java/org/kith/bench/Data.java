package org.kith.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;

/// The database that runs on a folder's data, whoever started it.
final class Data {
    private static final int LINE_OF_PORT = 3;
    private static final int LARGE = 10_000;

    private Data() {}

    static Connection asSuperuser(Path home) throws IOException, SQLException {
        var port = Files.readAllLines(home.resolve("postgres/postmaster.pid")).get(LINE_OF_PORT);
        var url = "jdbc:postgresql://127.0.0.1:%s/kith?gssEncMode=disable".formatted(port);
        return DriverManager.getConnection(
                url,
                "postgres",
                Files.readString(home.resolve("postgres.password")).strip());
    }

    /// How often each large table was read from end to end so far. A table that grows should never be.
    static Map<String, Long> readWhole(Path home) throws IOException, SQLException {
        var sql =
                "select class.relname, seq_scan from pg_stat_user_tables join pg_class class on class.oid = relid where reltuples > "
                        + LARGE;
        try (var connection = asSuperuser(home);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var counts = new TreeMap<String, Long>();
            while (rows.next()) counts.put(rows.getString(1), rows.getLong(2));
            return counts;
        }
    }
}
