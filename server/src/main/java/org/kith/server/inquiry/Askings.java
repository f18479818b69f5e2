package org.kith.server.inquiry;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.kith.server.application.ApplicationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Which other offices are to be asked, and when next. It holds ids alone; what is sent is read when it is sent.
@Repository
class Askings {
    private final JdbcClient jdbc;

    Askings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// One asking.
    ///
    /// @param run   what the other office knows the case by: another each time, so that it can join nothing
    /// @param tries how often it was asked, this time among them
    record Asking(ApplicationId application, String code, UUID run, int tries) {}

    void begin(ApplicationId application, String code, Instant now) {
        var sql = """
            insert into inquiry_asking (application, code, next_at) values (:application, :code, :now)
            on conflict (application, code) do update set tries = 0, next_at = excluded.next_at
            """;
        jdbc.sql(sql)
                .param("application", application.value())
                .param("code", code)
                .param("now", Timestamp.from(now))
                .update();
    }

    void end(ApplicationId application, String code) {
        jdbc.sql("delete from inquiry_asking where application = :application and code = :code")
                .param("application", application.value())
                .param("code", code)
                .update();
    }

    Set<String> of(ApplicationId application) {
        return Set.copyOf(jdbc.sql("select code from inquiry_asking where application = :application")
                .param("application", application.value())
                .query(String.class)
                .list());
    }

    /// Takes those that are due, under a new number each. Whoever is killed meanwhile leaves them to another after the
    /// time.
    List<Asking> take(Instant now, Duration meanwhile, int most) {
        var sql = """
            update inquiry_asking set tries = tries + 1, run = gen_random_uuid(), next_at = :later
            where (application, code) in (
                select application, code from inquiry_asking where next_at <= :now
                order by next_at limit :most for update skip locked)
            returning *
            """;
        return jdbc.sql(sql)
                .param("now", Timestamp.from(now))
                .param("later", Timestamp.from(now.plus(meanwhile)))
                .param("most", most)
                .query((row, _) -> new Asking(
                        new ApplicationId(row.getObject("application", UUID.class)),
                        row.getString("code"),
                        row.getObject("run", UUID.class),
                        row.getInt("tries")))
                .list();
    }

    /// Whether it is still this asking that is answered, and holds it: a later one, or an officer, may have come
    /// between.
    boolean hold(Asking asking) {
        var sql = """
            select 1 from inquiry_asking where application = :application and code = :code and run = :run for update
            """;
        Optional<Integer> held = jdbc.sql(sql)
                .param("application", asking.application().value())
                .param("code", asking.code())
                .param("run", asking.run())
                .query(Integer.class)
                .optional();
        return held.isPresent();
    }

    void again(Asking asking, Instant at) {
        var sql = """
            update inquiry_asking set next_at = :at where application = :application and code = :code
            """;
        jdbc.sql(sql)
                .param("application", asking.application().value())
                .param("code", asking.code())
                .param("at", Timestamp.from(at))
                .update();
    }
}
