package org.kith.server.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the catalogue says of the tables that are carried.
record Tables(Connection connection) {
    /// @param name    schema and name, such as `public.card`
    /// @param columns those that hold data of their own, quoted and parted by commas
    record Table(String name, String columns) {
        String copyOut() {
            return "copy " + name + " (" + columns + ") to stdout";
        }

        String copyIn() {
            return "copy " + name + " (" + columns + ") from stdin";
        }
    }

    /// Left out: sessions, because everyone signs in again after a restore, and Flyway's own list, which the restore
    /// writes anew by migrating.
    List<Table> in(List<String> schemas) throws SQLException {
        var sql = """
                select format('%I.%I', n.nspname, c.relname) as name,
                       string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                where n.nspname = any (?) and c.relkind in ('r', 'p') and not c.relispartition
                  and c.relname not in ('spring_session', 'spring_session_attributes', 'flyway_schema_history')
                group by 1
                order by 1
                """;
        try (var statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", schemas.toArray()));
            var tables = new ArrayList<Table>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) tables.add(new Table(rows.getString("name"), rows.getString("columns")));
            }
            return tables;
        }
    }

    Map<String, Long> sequences() throws SQLException {
        var sql = """
                select format('%I.%I', schemaname, sequencename) as name, last_value from pg_sequences
                where schemaname in ('public', 'keystore') and last_value is not null
                """;
        var sequences = new TreeMap<String, Long>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) sequences.put(rows.getString("name"), rows.getLong("last_value"));
        }
        return sequences;
    }

    /// The last migration, or nothing in a database that was never migrated.
    String schema() throws SQLException {
        if (!ask("select (to_regclass('flyway_schema_history') is not null)::text")
                .equals("true")) return "";

        return ask("select version from flyway_schema_history where success and version is not null"
                + " order by string_to_array(version, '.')::int[] desc limit 1");
    }

    boolean empty() throws SQLException {
        return ask("""
                select count(*)::text from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where n.nspname in ('public', 'keystore') and c.relkind in ('r', 'p')
                """).equals("0");
    }

    private String ask(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
