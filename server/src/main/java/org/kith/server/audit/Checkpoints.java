package org.kith.server.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The store of signed checkpoints.
@Repository
class Checkpoints {
    private static final RowMapper<Stored> STORED =
            (row, _) -> new Stored(row.getLong("number"), row.getString("token"));

    private final JdbcClient jdbc;

    Checkpoints(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Stored(long number, String token) {}

    Optional<Stored> newest() {
        return jdbc.sql("select number, token from journal_checkpoint order by number desc limit 1")
                .query(STORED)
                .optional();
    }

    /// Unless another node was faster.
    void add(long number, Instant at, String token) {
        var sql = """
                insert into journal_checkpoint (number, at, token) values (:number, :at, :token) on conflict do nothing
                """;
        jdbc.sql(sql)
                .param("number", number)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("token", token)
                .update();
    }

    /// Gives the next ones in order, and says how many.
    int after(long number, int count, Consumer<Stored> action) {
        var next = jdbc.sql(
                        "select number, token from journal_checkpoint where number > :number order by number limit :count")
                .param("number", number)
                .param("count", count)
                .query(STORED)
                .list();
        next.forEach(action);
        return next.size();
    }
}
