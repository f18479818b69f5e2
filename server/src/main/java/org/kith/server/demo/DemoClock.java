package org.kith.server.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Case;
import org.kith.server.audit.CaseKind;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Detail;
import org.kith.server.audit.Details;
import org.kith.server.audit.Journal;
import org.kith.server.time.AdvancingClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Sets the one clock forward, and keeps it there over restarts: what was promised for a date must not be promised
/// again.
@Component
@OnlyInDemonstration
public class DemoClock {
    private static final UUID CLOCK = new UUID(0, 0);

    private final AdvancingClock clock;
    private final JdbcClient jdbc;
    private final Journal journal;

    DemoClock(AdvancingClock clock, JdbcClient jdbc, Journal journal) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.journal = journal;
        kept().map(kept -> kept.minus(clock.ahead()))
                .filter(missing -> missing.isPositive())
                .ifPresent(clock::advanceBy);
    }

    public Instant now() {
        return clock.instant();
    }

    @Transactional
    public void advance(DemoStep step) {
        var sql = """
                insert into demo_clock (ahead) values (:ahead)
                on conflict (one) do update set ahead = demo_clock.ahead + :step
                """;
        jdbc.sql(sql)
                .param("ahead", clock.ahead().plus(step.length()).toSeconds())
                .param("step", step.length().toSeconds())
                .update();
        clock.advanceBy(step.length());
        journal.record(
                Deed.CLOCK_ADVANCED,
                Actor.house(),
                new Case(CaseKind.HOUSE, CLOCK),
                Details.of(Detail.DURATION_SECONDS, step.length().toSeconds()));
    }

    private Optional<Duration> kept() {
        return jdbc.sql("select ahead from demo_clock")
                .query(Long.class)
                .optional()
                .map(Duration::ofSeconds);
    }
}
