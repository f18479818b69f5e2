package org.kith.server.database;

import java.sql.SQLException;

/// The one database in the PostgreSQL that comes along. The server owns it and is no superuser: a flaw in a statement
/// must not reach files or programs of the machine.
final class OwnDatabase {
    private static final String NAME = "kith";

    private OwnDatabase() {}

    static Database at(int port, String password) {
        return new Database(url(port, NAME), NAME, password);
    }

    static Database asSuperuserAt(int port, String password) {
        return new Database(url(port, "postgres"), Cluster.SUPERUSER, password);
    }

    /// A process that took the port before PostgreSQL did is not told the password: only SCRAM is spoken.
    private static String url(int port, String name) {
        return "jdbc:postgresql://127.0.0.1:%d/%s?requireAuth=scram-sha-256&gssEncMode=disable".formatted(port, name);
    }

    /// Makes user and database where they are missing; a run may have been killed between the two.
    static void prepare(Database superuser) {
        try (var connection = superuser.connect();
                var statement = connection.createStatement()) {
            var sql =
                    "select (select count(*) from pg_roles where rolname = '%s'), (select count(*) from pg_database where datname = '%s')"
                            .formatted(NAME, NAME);
            boolean hasUser;
            boolean hasDatabase;
            try (var row = statement.executeQuery(sql)) {
                row.next();
                hasUser = row.getInt(1) == 1;
                hasDatabase = row.getInt(2) == 1;
            }
            // The password is ours, of hexadecimal digits.
            if (!hasUser) statement.execute("create role kith login password '" + superuser.password() + "'");
            if (!hasDatabase) statement.execute("create database kith owner kith");
        } catch (SQLException e) {
            throw new CannotStart(
                    "PostgreSQL runs, and does not let us in: " + e.getMessage(),
                    "postgres.password in KITH_HOME",
                    "Put back the password file that belongs to these data.");
        }
    }
}
