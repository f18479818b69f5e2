package org.kith.server.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the figures of each centre's day that is over, from that day's visits alone. A figure holds counts and
/// minutes,
/// and nobody.
@Component
public class CountVisits {
    static final int KEPT = 120;
    private static final int AT_FIRST = 60;

    private final JdbcClient jdbc;
    private final Centres centres;
    private final Clock clock;

    CountVisits(JdbcClient jdbc, Centres centres, Clock clock) {
        this.jdbc = jdbc;
        this.centres = centres;
        this.clock = clock;
    }

    /// A day is over at each centre by the clock on its wall; of two servers, one waits and finds it done.
    @Scheduled(initialDelay = 7, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    @Transactional
    public void round() {
        centres.open().forEach(this::count);
    }

    private void count(Centre centre) {
        var zone = centre.hours().zone();
        var today = LocalDate.now(clock.withZone(zone));
        var next = next(centre).orElse(today.minusDays(AT_FIRST));
        if (!next.isBefore(today)) return;

        for (var day = next; day.isBefore(today); day = day.plusDays(1)) {
            visits(centre, day, zone);
            notConfirmed(centre, day, zone);
        }
        jdbc.sql("delete from visit_figure where centre = :centre and day < :first")
                .param("centre", centre.id().value())
                .param("first", today.minusDays(KEPT))
                .update();
        jdbc.sql("update visit_figure_round set next = :today where centre = :centre")
                .param("today", today)
                .param("centre", centre.id().value())
                .update();
    }

    private Optional<LocalDate> next(Centre centre) {
        var first = """
            insert into visit_figure_round (centre, next) values (:centre, '0001-01-01') on conflict do nothing
            """;
        jdbc.sql(first).param("centre", centre.id().value()).update();
        return Optional.of(jdbc.sql("select next from visit_figure_round where centre = :centre for update")
                        .param("centre", centre.id().value())
                        .query(LocalDate.class)
                        .single())
                .filter(day -> day.getYear() > 1);
    }

    private void visits(Centre centre, LocalDate day, ZoneId zone) {
        var sql = """
            insert into visit_figure (centre, day, what, number)
            select :centre, :day, told.what, told.number
            from (
                select count(*) as booked,
                    count(*) filter (where arrived_at is not null) as came,
                    count(*) filter (where state = 'SEEN') as served,
                    count(*) filter (where state = 'MISSED') as missed,
                    count(*) filter (where arrived_at <= opened_at and opened_at <= ended_at) as measured,
                    percentile_cont(0.5) within group (order by extract(epoch from opened_at - arrived_at) / 60)
                        filter (where arrived_at <= opened_at and opened_at <= ended_at) as waited,
                    percentile_cont(0.5) within group (order by extract(epoch from ended_at - opened_at) / 60)
                        filter (where arrived_at <= opened_at and opened_at <= ended_at) as lasted
                from booking
                where centre = :centre and starts_at >= :since and starts_at < :until and state <> 'CANCELLED') seen
            cross join lateral (values
                ('BOOKED', booked), ('CAME', came), ('SERVED', served), ('MISSED', missed), ('MEASURED', measured),
                ('WAITED', round(waited)::bigint), ('LASTED', round(lasted)::bigint)) told (what, number)
            where told.number > 0
            on conflict (centre, day, what, reason) do update set number = excluded.number
            """;
        ofDay(sql, centre, day, zone);
    }

    private void notConfirmed(Centre centre, LocalDate day, ZoneId zone) {
        var sql = """
            insert into visit_figure (centre, day, what, reason, number)
            select :centre, :day, 'NOT_CONFIRMED', identity_check.reason, count(*)
            from booking join identity_check on identity_check.booking = booking.id
            where booking.centre = :centre and starts_at >= :since and starts_at < :until and state <> 'CANCELLED'
              and identity_check.reason is not null
            group by identity_check.reason
            on conflict (centre, day, what, reason) do update set number = excluded.number
            """;
        ofDay(sql, centre, day, zone);
    }

    private void ofDay(String sql, Centre centre, LocalDate day, ZoneId zone) {
        jdbc.sql(sql)
                .param("centre", centre.id().value())
                .param("day", day)
                .param("since", midnight(day, zone))
                .param("until", midnight(day.plusDays(1), zone))
                .update();
    }

    private static OffsetDateTime midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }
}
