package org.kith.server.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Repository;

/// The one mark of a database.
@Repository
public class DatabaseMarks {
    private final JdbcClient jdbc;

    DatabaseMarks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The marks of a database before the server has opened it, and before anything was migrated.
    public static DatabaseMarks of(Database database) {
        return new DatabaseMarks(JdbcClient.create(dataSource(database)));
    }

    private static DataSource dataSource(Database database) {
        return new DriverManagerDataSource(
                database.url(),
                database.user() == null ? "" : database.user(),
                database.password() == null ? "" : database.password());
    }

    /// Nothing where the database is new.
    public Optional<DatabaseMark> find() {
        var sql = "select to_regclass('database_mark') is not null";
        if (!jdbc.sql(sql).query(Boolean.class).single()) return Optional.empty();

        return jdbc.sql("select kind, state, base_url from database_mark")
                .query(DatabaseMarks::mark)
                .optional();
    }

    /// Marks a new database; of two servers that start at once, the first one's mark stands, and both are given it.
    public DatabaseMark findOrPut(DatabaseMark mark) {
        var sql = """
                insert into database_mark (kind, state, base_url) values (:kind, :state, :base_url)
                on conflict do nothing
                """;
        jdbc.sql(sql)
                .param("kind", mark.kind().name())
                .param("state", mark.state())
                .param("base_url", mark.baseUrl())
                .update();
        return find().orElseThrow();
    }

    /// Changes state and address, as long as no card points to them.
    public void move(String state, String baseUrl) {
        jdbc.sql("update database_mark set state = :state, base_url = :base_url")
                .param("state", state)
                .param("base_url", baseUrl)
                .update();
    }

    /// The number of PostgreSQL's release, such as 15.
    public int major() {
        return jdbc.sql("select current_setting('server_version_num')::int / 10000")
                .query(Integer.class)
                .single();
    }

    private static DatabaseMark mark(ResultSet row, int number) throws SQLException {
        return new DatabaseMark(
                DatabaseMark.Kind.valueOf(row.getString("kind")), row.getString("state"), row.getString("base_url"));
    }
}
