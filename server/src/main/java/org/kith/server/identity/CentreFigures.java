package org.kith.server.identity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.server.centre.Centre;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How the days of a centre went. Whoever runs a centre counts who sits in its room, so its counts are told to them as
/// they are; to all others in whole tens. **What tells of people beyond that, to nobody exactly:** minutes only of ten
/// visits or more, and why identities were not confirmed only over all days together, in whole tens.
@Repository
public class CentreFigures {
    public static final int DAYS = 28;
    private static final int ENOUGH = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    CentreFigures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// A day by the clock on the centre's wall.
    ///
    /// @param waited median minutes from arrival to the opening of the visit; null for too few
    /// @param lasted median minutes from its opening to its end; null for too few
    public record Day(
            LocalDate day,
            int booked,
            int came,
            int served,
            int missed,
            @Nullable Integer waited,
            @Nullable Integer lasted) {}

    /// What is told of a centre.
    ///
    /// @param inTens whether the counts of the days are rounded down
    /// @param reasons why identities were not confirmed, over all days, in tens; every reason is there
    public record Told(List<Day> days, Map<NotConfirmed, Integer> reasons, boolean inTens) {
        public Told {
            days = List.copyOf(days);
            reasons = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        }
    }

    /// The last whole days, the newest first.
    ///
    /// @param own whether they are told to whoever runs the centre
    public Told of(Centre centre, boolean own) {
        var today = LocalDate.now(clock.withZone(centre.hours().zone()));
        var counts = new HashMap<LocalDate, Map<String, Integer>>();
        var reasons = new HashMap<String, Integer>();
        var sql = """
            select day, what, reason, number from visit_figure
            where centre = :centre and day >= :first and day < :today
            """;
        jdbc.sql(sql)
                .param("centre", centre.id().value())
                .param("first", today.minusDays(DAYS))
                .param("today", today)
                .query(row -> {
                    var day = row.getObject("day", LocalDate.class);
                    counts.computeIfAbsent(day, _ -> new HashMap<>()).put(row.getString("what"), row.getInt("number"));
                    if (row.getString("what").equals("NOT_CONFIRMED")) {
                        reasons.merge(row.getString("reason"), row.getInt("number"), Integer::sum);
                    }
                });
        var days = new ArrayList<Day>();
        for (var day = today.minusDays(1); !day.isBefore(today.minusDays(DAYS)); day = day.minusDays(1)) {
            days.add(day(day, counts.getOrDefault(day, Map.of()), own));
        }
        var told = new LinkedHashMap<NotConfirmed, Integer>();
        for (var reason : NotConfirmed.values()) told.put(reason, tens(reasons.getOrDefault(reason.name(), 0)));
        return new Told(days, told, !own);
    }

    private static Day day(LocalDate day, Map<String, Integer> counts, boolean own) {
        var measured = counts.getOrDefault("MEASURED", 0) >= ENOUGH;
        return new Day(
                day,
                count(counts, "BOOKED", own),
                count(counts, "CAME", own),
                count(counts, "SERVED", own),
                count(counts, "MISSED", own),
                measured ? counts.getOrDefault("WAITED", 0) : null,
                measured ? counts.getOrDefault("LASTED", 0) : null);
    }

    private static int count(Map<String, Integer> counts, String what, boolean own) {
        int number = counts.getOrDefault(what, 0);
        return own ? number : tens(number);
    }

    private static int tens(int number) {
        return number / 10 * 10;
    }
}
