package org.kith.server.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HoursTest {
    @Test
    void visits_follow_each_other_while_the_doors_are_open() {
        var hours = open("Europe/Vienna", "09:00", "10:10");

        assertThat(wall(hours, "2026-11-30")).containsExactly("09:00", "09:20", "09:40");
    }

    @Test
    void a_lunch_break_holds_no_visit() {
        var zone = ZoneId.of("Europe/Vienna");
        var hours = new Hours(
                zone,
                List.of(
                        new Opening(DayOfWeek.MONDAY, LocalTime.of(13, 0), LocalTime.of(13, 40)),
                        new Opening(DayOfWeek.MONDAY, LocalTime.of(11, 20), LocalTime.of(12, 0))),
                List.of());

        assertThat(wall(hours, "2026-11-30")).containsExactly("11:20", "11:40", "13:00", "13:20");
        assertThat(wall(hours, "2026-12-01")).isEmpty();
    }

    @Test
    void a_zone_of_a_quarter_hour_is_kept_to_the_minute() {
        var hours = open("Asia/Kathmandu", "09:00", "09:40");

        assertThat(hours.visitsOn(LocalDate.parse("2026-11-30")))
                .containsExactly(Instant.parse("2026-11-30T03:15:00Z"), Instant.parse("2026-11-30T03:35:00Z"));
    }

    @Test
    void nine_in_the_morning_stays_nine_when_summer_ends() {
        var hours = open("Europe/Vienna", "09:00", "09:20");

        assertThat(hours.visitsOn(LocalDate.parse("2026-10-24")))
                .containsExactly(Instant.parse("2026-10-24T07:00:00Z"));
        assertThat(hours.visitsOn(LocalDate.parse("2026-10-26")))
                .containsExactly(Instant.parse("2026-10-26T08:00:00Z"));
    }

    @Test
    void the_hour_that_the_clocks_jump_over_holds_no_visit() {
        var hours = open("Europe/Vienna", "01:20", "03:40");

        assertThat(wall(hours, "2026-03-29")).containsExactly("01:20", "01:40", "03:00", "03:20");
    }

    @Test
    void doors_that_would_open_in_the_jump_open_with_it() {
        var hours = open("Europe/Vienna", "02:30", "03:40");

        assertThat(wall(hours, "2026-03-29")).containsExactly("03:00", "03:20");
    }

    @Test
    void the_hour_that_comes_twice_holds_twice_as_many_visits() {
        var hours = open("Europe/Vienna", "02:00", "03:00");

        var visits = hours.visitsOn(LocalDate.parse("2026-10-25"));

        assertThat(visits).hasSize(6).doesNotHaveDuplicates();
        assertThat(wall(hours, "2026-10-25")).containsExactly("02:00", "02:20", "02:40", "02:00", "02:20", "02:40");
    }

    @Test
    void half_an_hour_of_summer_time_loses_no_more_than_half_an_hour() {
        var hours = open("Australia/Lord_Howe", "01:00", "03:30");

        assertThat(hours.visitsOn(LocalDate.parse("2026-10-04"))).hasSize(6);
        assertThat(hours.visitsOn(LocalDate.parse("2026-10-05"))).hasSize(7);
    }

    @Test
    void nobody_is_seen_on_a_holiday() {
        var holiday = new Holiday(LocalDate.parse("2026-12-02"), "town holiday");
        var hours = new Hours(ZoneId.of("Asia/Kathmandu"), everyDay("09:00", "17:00"), List.of(holiday));

        assertThat(hours.visitsOn(holiday.day())).isEmpty();
        assertThat(hours.closedOn(holiday.day())).contains(holiday);
    }

    @Test
    void a_moment_between_two_visits_is_none() {
        var hours = open("Asia/Kathmandu", "09:00", "17:00");

        assertThat(hours.isVisit(Instant.parse("2026-11-30T03:15:00Z"))).isTrue();
        assertThat(hours.isVisit(Instant.parse("2026-11-30T03:16:00Z"))).isFalse();
        assertThat(hours.isVisit(Instant.parse("2026-11-30T12:00:00Z"))).isFalse();
    }

    private static Hours open(String zone, String opens, String closes) {
        return new Hours(ZoneId.of(zone), everyDay(opens, closes), List.of());
    }

    private static List<Opening> everyDay(String opens, String closes) {
        return Stream.of(DayOfWeek.values())
                .map(day -> new Opening(day, LocalTime.parse(opens), LocalTime.parse(closes)))
                .toList();
    }

    private static List<String> wall(Hours hours, String day) {
        return hours.visitsOn(LocalDate.parse(day)).stream()
                .map(start -> LocalTime.ofInstant(start, hours.zone()).toString())
                .toList();
    }
}
