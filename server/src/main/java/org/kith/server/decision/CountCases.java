package org.kith.server.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the figures of each day that is over, from that day's decisions alone, and of how the queues lie that morning.
@Component
class CountCases {
    static final List<Integer> WINDOWS = List.of(30, 90, 365);
    private static final int KEPT = 365;

    private final JdbcClient jdbc;
    private final Clock clock;

    CountCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Once a day there is something to do; of two servers, one waits for the other and finds it done.
    @Scheduled(initialDelay = 6, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void round() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var next = next();
        if (next.isPresent() && !next.get().isBefore(today)) return;

        var first = today.minusDays(KEPT);
        for (var day = next.filter(first::isBefore).orElse(first); day.isBefore(today); day = day.plusDays(1)) {
            outcomes(day);
            work(day);
        }
        jdbc.sql("delete from case_figure where day < :first")
                .param("first", first)
                .update();
        conclude(today);
        queues();
        jdbc.sql("update figure_round set next = :today").param("today", today).update();
    }

    private Optional<LocalDate> next() {
        return jdbc.sql("select next from figure_round for update")
                .query((row, number) -> Optional.ofNullable(row.getObject("next", LocalDate.class)))
                .single();
    }

    private void outcomes(LocalDate day) {
        var sql = """
                insert into case_figure (day, part, what, name, cases)
                select :day, counted.part, verdict, counted.name, count(*)
                from decision
                left join casework on casework.application = decision.subject
                cross join lateral (values ('GROUND', decision.ground), ('CENTRE', casework.unit::text)) counted (part, name)
                where state = 'MADE' and subject_kind = 'APPLICATION' and settled_at >= :since and settled_at < :until
                  and counted.name is not null
                group by 2, 3, 4
                on conflict (day, part, what, name) do update set cases = excluded.cases
                """;
        ofDay(sql, day);
    }

    /// What an officer decided is one figure, whatever it was: who says no more often than others is for a supervisor
    /// to see in the cases, not in a number.
    private void work(LocalDate day) {
        var sql = """
                insert into case_figure (day, part, what, name, cases)
                select :day, 'OFFICER', did.what, did.name::text, count(*)
                from decision
                cross join lateral (values ('DECIDED', decision.first), ('SIGNED', decision.second)) did (what, name)
                where state = 'MADE' and subject_kind = 'APPLICATION' and settled_at >= :since and settled_at < :until
                  and did.name is not null
                group by 2, 3, 4
                on conflict (day, part, what, name) do update set cases = excluded.cases
                """;
        ofDay(sql, day);
    }

    private void ofDay(String sql, LocalDate day) {
        jdbc.sql(sql)
                .param("day", day)
                .param("since", midnight(day))
                .param("until", midnight(day.plusDays(1)))
                .update();
    }

    private void conclude(LocalDate today) {
        jdbc.sql("delete from case_figure_sum").update();
        for (var days : WINDOWS) {
            var sql = """
                    insert into case_figure_sum (days, part, what, name, cases)
                    select :days, part, what, name, sum(cases) from case_figure where day >= :since group by part, what, name
                    """;
            jdbc.sql(sql)
                    .param("days", days)
                    .param("since", today.minusDays(days))
                    .update();
        }
    }

    /// Read from an index over what is open: as much work as lies in the house, however much was ever done.
    private void queues() {
        jdbc.sql("delete from queue_figure").update();
        var ages = """
                insert into queue_figure (stage, age, cases)
                select stage, (select max(days) from unnest(cast(:ages as int[])) as age (days)
                               where filed_at <= :now - days * interval '1 day'), count(*)
                from casework where open and filed_at <= :now group by 1, 2
                """;
        jdbc.sql(ages)
                .param("ages", CaseFigures.AGES.toArray(Integer[]::new))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("delete from held_figure").update();
        jdbc.sql("""
                insert into held_figure (officer, cases)
                select officer, count(*) from casework where open and officer is not null group by officer
                """).update();
    }

    private static OffsetDateTime midnight(LocalDate day) {
        return day.atStartOfDay().atOffset(ZoneOffset.UTC);
    }
}
