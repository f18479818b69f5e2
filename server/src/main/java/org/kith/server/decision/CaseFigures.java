package org.kith.server.decision;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kith.server.application.Stage;
import org.kith.server.staff.OfficerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Figures without names, in whole tens. **No exact count leaves this class**: what is fewer than ten is not told from
/// nothing, and what is more is rounded down, so that neither a total, nor what is left of it, nor the figure of the
/// day
/// before tells whether one case more or less was there.
@Repository
public class CaseFigures {
    /// The least days of each age.
    public static final List<Integer> AGES = List.of(0, 14, 30, 60, 90, 180);

    private final JdbcClient jdbc;

    CaseFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How many, in tens.
    ///
    /// @param tens ten or more, or 0 for fewer than ten
    public record Count(int tens) {
        public static final Count FEW = new Count(0);

        static Count of(long cases) {
            return new Count((int) (cases / 10) * 10);
        }

        public boolean isFew() {
            return tens == 0;
        }
    }

    /// Of what figures are made.
    public enum By {
        GROUND,
        CENTRE,
        OFFICER
    }

    /// Counts by a name and what happened.
    public record Outcomes(Map<Key, Count> counts) {
        public Outcomes {
            counts = Map.copyOf(counts);
        }

        public Count of(String name, String what) {
            return counts.getOrDefault(new Key(name, what), Count.FEW);
        }
    }

    /// Whose count it is, and of what.
    ///
    /// @param what a verdict; of officers, `DECIDED` or `SIGNED`
    public record Key(String name, String what) {}

    /// What was decided in the last so many whole days.
    ///
    /// @param days 30, 90 or 365
    public Outcomes outcomes(By by, int days) {
        var sql = "select name, what, cases from case_figure_sum where days = :days and part = :part";
        return new Outcomes(jdbc
                .sql(sql)
                .param("days", days)
                .param("part", by.name())
                .query((row, number) -> Map.entry(
                        new Key(row.getString("name"), row.getString("what")), Count.of(row.getLong("cases"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// How many cases of an age lay in a stage this morning.
    public Count lying(Stage stage, int age) {
        var sql = "select cases from queue_figure where stage = :stage and age = :age";
        return jdbc.sql(sql)
                .param("stage", stage.name())
                .param("age", age)
                .query(Long.class)
                .optional()
                .map(Count::of)
                .orElse(Count.FEW);
    }

    /// How many cases an officer held this morning.
    public Count held(OfficerId officer) {
        var sql = "select cases from held_figure where officer = :officer";
        return jdbc.sql(sql)
                .param("officer", officer.value())
                .query(Long.class)
                .optional()
                .map(Count::of)
                .orElse(Count.FEW);
    }
}
