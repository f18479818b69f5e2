package org.kith.server.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/// A last day is over when it is over wherever its person may live, and not a second before.
class LimitsTest {
    private static final LocalDate LAST = LocalDate.parse("2027-03-01");

    @Test
    void a_second_before_the_day_ends_at_the_last_place_on_earth_an_answer_is_in_time() {
        var end = LAST.plusDays(1).atStartOfDay(ZoneId.of("Etc/GMT+12")).toInstant();

        assertThat(Decision.endOf(LAST)).isEqualTo(end).isEqualTo(Instant.parse("2027-03-02T12:00:00Z"));
        assertThat(Decision.isOver(LAST, end.minusSeconds(1))).isFalse();
        assertThat(Decision.isOver(LAST, end)).isTrue();
        assertThat(Decision.isOver(LAST, end.plusSeconds(1))).isTrue();
    }

    @Test
    void a_second_before_midnight_is_in_time_in_every_zone_there_is() {
        for (var zone : ZoneId.getAvailableZoneIds()) {
            var own = LAST.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant();

            assertThat(Decision.isOver(LAST, own.minus(Duration.ofSeconds(1))))
                    .as(zone)
                    .isFalse();
        }
    }

    @Test
    void when_a_day_is_over_does_not_hang_on_summer_time() {
        var long1 = Decision.endOf(LocalDate.parse("2027-03-28"));
        var long2 = Decision.endOf(LocalDate.parse("2027-03-27"));

        assertThat(Duration.between(long2, long1)).isEqualTo(Duration.ofDays(1));
    }
}
