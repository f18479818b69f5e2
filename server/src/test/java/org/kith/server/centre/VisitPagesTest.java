package org.kith.server.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplicant;
import org.kith.server.SomeApplication;
import org.kith.server.Visitor;
import org.springframework.beans.factory.annotation.Autowired;

class VisitPagesTest extends ServerTest {
    private static final AtomicInteger NEXT = new AtomicInteger();
    private static final String TIMES = "/visit/at/strelsau";

    @Autowired
    private Centres centres;

    @Autowired
    private Slots slots;

    @Autowired
    private Reservation reservation;

    @Autowired
    private SomeApplication some;

    @Autowired
    private Clock clock;

    @Test
    void somebody_chooses_a_centre_and_a_time_and_is_told_when_and_where() {
        var visitor = someone().submitted(port);

        assertThat(visitor.get("/visit").text())
                .contains("Port Amity Erewhon", "Strelsau Ruritania", "First free time");
        var times = visitor.get(TIMES);
        assertThat(times.text()).contains("All times are Strelsau time", "UTC+1", "Week of");
        assertThat(times.body()).doesNotContainPattern("<input[^>]* checked");
        var booked = visitor.post(TIMES, Map.of("slot", firstChip(times)));

        assertThat(booked.path()).isEqualTo("/visit");
        assertThat(booked.text()).contains("Your visit is booked", "Strelsau time", "Königstrasse 40", "UTO ");
    }

    @Test
    void a_centre_far_from_full_hours_shows_its_quarter_hour() {
        var visitor = someone().submitted(port);

        assertThat(visitor.get("/visit/at/port-amity").text()).contains("Port Amity time ( UTC+5:45 )");
    }

    @Test
    void the_same_in_arabic_from_right_to_left() {
        var visitor = someone().submitted(port).reading("ar");

        var times = visitor.get(TIMES);

        assertThat(times.body()).contains("dir=\"rtl\"");
        assertThat(times.text()).contains("كل المواعيد بتوقيت Strelsau");
    }

    @Test
    void a_time_taken_meanwhile_is_said_and_the_next_ones_offered() {
        var visitor = someone().submitted(port);
        var chip = firstChip(visitor.get(TIMES));
        fill(chip);

        var answer = visitor.post(TIMES, Map.of("slot", chip));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text())
                .contains("Somebody else took that time", "Nothing else has changed", "Next free times");
        assertThat(answer.body()).doesNotContain("value=\"" + chip + "\"");
        assertThat(visitor.post(TIMES, Map.of("slot", firstChip(answer))).text())
                .contains("Your visit is booked");
    }

    @Test
    void the_button_pressed_twice_books_once() {
        var visitor = someone().submitted(port);
        var chip = firstChip(visitor.get(TIMES));

        visitor.post(TIMES, Map.of("slot", chip));
        var again = visitor.post(TIMES, Map.of("slot", chip));

        assertThat(again.text()).contains("Your visit is booked");
        assertThat(booked(visitor, chip)).isEqualTo(1);
    }

    @Test
    void no_time_chosen_is_said_where_the_times_are() {
        var visitor = someone().submitted(port);
        visitor.get(TIMES);

        var answer = visitor.post(TIMES, Map.of());

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Choose a time", "Press one of the times");
    }

    @Test
    void a_time_that_nobody_offers_is_not_booked() {
        var visitor = someone().submitted(port);
        visitor.get(TIMES);

        assertThat(visitor.post(TIMES, Map.of("slot", "2026-01-01T03:00:00Z")).text())
                .contains("can no longer be booked");
        assertThat(visitor.post(TIMES, Map.of("slot", "tomorrow")).text()).contains("Choose a time");
    }

    @Test
    void a_visit_is_moved_and_then_given_up() {
        var visitor = someone().submitted(port);
        var inThreeDays = clock.instant().plus(Duration.ofDays(3));
        var free = slots.next(centres.byCode("strelsau").orElseThrow(), inThreeDays, 2);
        visitor.get(TIMES);
        visitor.post(TIMES, Map.of("slot", free.getFirst().start().toString()));

        assertThat(visitor.get("/visit/centres").text()).contains("Choose another time");
        var other = free.getLast().start().toString();
        visitor.get(TIMES);
        assertThat(visitor.post(TIMES, Map.of("slot", other, "moving", "true")).text())
                .contains("Your visit is booked");
        assertThat(booked(visitor, other)).isEqualTo(1);

        assertThat(visitor.get("/visit/cancel").text()).contains("Cancel your visit?");
        assertThat(visitor.post("/visit/cancel", Map.of()).text()).contains("Choose a centre");
        assertThat(booked(visitor, other)).isZero();
    }

    @Test
    void a_form_without_its_token_books_nothing() {
        var visitor = someone().submitted(port);
        var chip = firstChip(visitor.get(TIMES));

        assertThat(visitor.postBare(TIMES, Map.of("slot", chip)).status()).isEqualTo(403);
        assertThat(booked(visitor, chip)).isZero();
    }

    @Test
    void a_draft_has_no_visit_yet() {
        var visitor = someone().drafted(port);

        assertThat(visitor.get("/visit").path()).isEqualTo("/apply");
        assertThat(visitor.get(TIMES).path()).isEqualTo("/apply");
    }

    @Test
    void weeks_outside_what_can_be_booked_are_not_shown() {
        var visitor = someone().submitted(port);

        var past = visitor.get(TIMES + "?week=2020-01-06");
        var nonsense = visitor.get(TIMES + "?week=soon");
        var last = visitor.get(TIMES + "?week="
                + clock.instant()
                        .plus(60, ChronoUnit.DAYS)
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate());

        assertThat(past.status()).isEqualTo(200);
        assertThat(past.text()).doesNotContain("2020").doesNotContain("Earlier week");
        assertThat(nonsense.status()).isEqualTo(200);
        assertThat(last.text()).doesNotContain("Later week");
    }

    private static SomeApplicant someone() {
        return SomeApplicant.nadezhda("visit" + NEXT.incrementAndGet() + "@example.org");
    }

    private void fill(String chip) {
        var centre = centres.byCode("strelsau").orElseThrow();
        var start = Instant.parse(chip);
        for (var i = 0; i < centre.counters(); i++) {
            reservation.book(some.submitted().id(), centre, start);
        }
        assertThat(slots.next(centre, start, 1))
                .allSatisfy(slot -> assertThat(slot.start()).isAfter(start).isBefore(start.plus(Duration.ofDays(7))));
    }

    /// How often that person holds that time.
    private int booked(Visitor visitor, String chip) {
        var printed = visitor.get("/apply/sent").find("dir=\"ltr\">(UTO [0-9A-Z]{4} [0-9A-Z]{4})<");
        var sql = """
            select count(*) from booking join application on application.id = booking.application
            where application.reference = :reference and booking.starts_at = :start and booking.state = 'BOOKED'
            """;
        return jdbc.sql(sql)
                .param("reference", printed.replace(" ", ""))
                .param("start", Instant.parse(chip).atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    private static String firstChip(Visitor.Answer page) {
        return chip(page, 0);
    }

    private static String chip(Visitor.Answer page, int index) {
        return Pattern.compile("name=\"slot\" id=\"[^\"]+\" value=\"([^\"]+)\"")
                .matcher(page.body())
                .results()
                .skip(index)
                .findFirst()
                .orElseThrow()
                .group(1);
    }
}
