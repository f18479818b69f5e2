package org.kith.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.Visitor;
import org.kith.server.audit.Journal;
import org.kith.server.time.AdvancingClock;
import org.springframework.beans.factory.annotation.Autowired;

class DemoClockTest extends ServerTest {
    @Autowired
    AdvancingClock clock;

    @Autowired
    Journal journal;

    @Test
    void the_clock_goes_forward_by_a_step() {
        var before = clock.ahead();

        step("DAY");

        assertThat(clock.ahead()).isEqualTo(before.plusDays(1));
    }

    @Test
    void a_restarted_server_is_as_far_ahead_as_before() {
        step("HOUR");
        var ahead = clock.ahead();
        var afterRestart = new AdvancingClock(Clock.systemUTC());

        new DemoClock(afterRestart, jdbc, journal);

        assertThat(afterRestart.ahead()).isEqualTo(ahead);
    }

    @Test
    void no_other_step_is_taken() {
        var before = clock.ahead();

        assertThat(step("-DAY").status()).isEqualTo(400);

        assertThat(clock.ahead()).isEqualTo(before).isGreaterThanOrEqualTo(Duration.ZERO);
    }

    private Visitor.Answer step(String step) {
        var visitor = Visitor.at(port);
        visitor.get("/demo");
        return visitor.post("/demo/clock", Map.of("step", step));
    }
}
