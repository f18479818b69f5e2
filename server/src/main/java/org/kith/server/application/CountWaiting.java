package org.kith.server.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the figures of each day that is over, from that day's steps alone, and what follows from the last thirty. A
/// figure holds durations and counts, and nobody.
@Component
class CountWaiting {
    private final JdbcClient jdbc;
    private final Clock clock;

    CountWaiting(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Once a day there is something to do; of two servers, one waits for the other and finds it done.
    @Scheduled(initialDelay = 5, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void round() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var next = next();
        if (next != null && !next.isBefore(today)) return;

        var first = today.minusDays(WaitingTimes.DAYS);
        var from = next == null || next.isBefore(first) ? first : next;
        for (var day = from; day.isBefore(today); day = day.plusDays(1)) {
            for (var leg : Leg.values()) count(leg, day);
        }
        forgetBefore(first);
        conclude();
        jdbc.sql("update waiting_round set next = :today").param("today", today).update();
    }

    private @Nullable LocalDate next() {
        return jdbc.sql("select next from waiting_round for update")
                .query((row, number) -> java.util.Optional.ofNullable(row.getObject("next", LocalDate.class)))
                .single()
                .orElse(null);
    }

    /// A step that was taken twice counts by its first time.
    private void count(Leg leg, LocalDate day) {
        var sql = """
            insert into waiting_figure (day, leg, country, days, cases)
            select :day, :leg, residence, greatest(ceil(extract(epoch from ended.at - begun.at) / 86400), 1)::int, count(*)
            from application_step ended
            join application on application.id = ended.application
            cross join lateral (
                select min(at) as at, bool_or(stage = :to) as again from application_step before
                where before.application = ended.application and before.number < ended.number
                  and before.stage in (:from, :to)) begun
            where ended.at >= :since and ended.at < :until and ended.stage = :to
              and begun.at is not null and not begun.again
            group by 3, 4
            on conflict (day, leg, country, days) do update set cases = excluded.cases
            """;
        jdbc.sql(sql)
                .param("day", day)
                .param("leg", leg.name())
                .param("from", leg.from().name())
                .param("to", leg.to().name())
                .param("since", midnight(day))
                .param("until", midnight(day.plusDays(1)))
                .update();
    }

    private void forgetBefore(LocalDate day) {
        jdbc.sql("delete from waiting_figure where day < :day")
                .param("day", day)
                .update();
    }

    private void conclude() {
        jdbc.sql("delete from waiting_time").update();
        var sql = """
            insert into waiting_time (leg, country, cases, half, nine)
            with counted as (
                select leg, country, days, sum(cases) as cases from waiting_figure group by leg, country, days
                union all
                select leg, '***', days, sum(cases) from waiting_figure group by leg, days),
            running as (
                select leg, country, days, sum(cases) over (partition by leg, country order by days) as so_far,
                    sum(cases) over (partition by leg, country) as total
                from counted)
            select leg, country, total,
                min(days) filter (where so_far * 2 >= total), min(days) filter (where so_far * 10 >= total * 9)
            from running where total >= :least group by leg, country, total
            """;
        jdbc.sql(sql).param("least", WaitingTimes.LEAST).update();
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
