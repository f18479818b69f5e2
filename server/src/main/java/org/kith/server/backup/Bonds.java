package org.kith.server.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// What ties tables to each other and makes them act: taken off while rows come in table by table, and put back, which
/// checks all rows at once. One transaction sees both.
final class Bonds {
    private static final String FOREIGN_KEYS = """
            select format('alter table %s drop constraint %I', conrelid::regclass, conname) as loosen,
                   format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as fasten
            from pg_constraint
            where contype = 'f' and conparentid = 0 and connamespace in ('public'::regnamespace, 'keystore'::regnamespace)
            order by conrelid, conname
            """;

    private static final String TRIGGERS = """
            select distinct format('alter table %s disable trigger user', tgrelid::regclass) as loosen,
                   format('alter table %s enable trigger user', tgrelid::regclass) as fasten
            from pg_trigger join pg_class on pg_class.oid = tgrelid
            where not tgisinternal and relnamespace in ('public'::regnamespace, 'keystore'::regnamespace)
            """;

    private final Connection connection;
    private final List<String> fasten = new ArrayList<>();

    private Bonds(Connection connection) {
        this.connection = connection;
    }

    static Bonds loosen(Connection connection) throws SQLException {
        var bonds = new Bonds(connection);
        bonds.loosen(FOREIGN_KEYS);
        bonds.loosen(TRIGGERS);
        return bonds;
    }

    private void loosen(String sql) throws SQLException {
        var loosen = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                loosen.add(rows.getString("loosen"));
                fasten.add(rows.getString("fasten"));
            }
        }
        execute(loosen);
    }

    void fasten() throws SQLException {
        execute(fasten);
    }

    private void execute(List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var sql : statements) statement.execute(sql);
        }
    }
}
