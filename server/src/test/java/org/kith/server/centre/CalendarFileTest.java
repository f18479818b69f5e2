package org.kith.server.centre;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplication;
import org.kith.server.centre.Around.Discretion;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A visit in a calendar, which others may look at (lessons.md row 25).
class CalendarFileTest extends ServerTest {
    @Autowired
    private SomeCentre centres;

    @Autowired
    private SomeApplication some;

    @Autowired
    private Reservation reservation;

    @Autowired
    private VisitCalendar calendar;

    @Autowired
    private Remind remind;

    @Autowired
    private Bookings bookings;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void closeDown() {
        centres.closeDown();
    }

    @Test
    void it_says_when_and_nothing_else() {
        var centre = centres.with(1);
        var layla = some.submitted();
        var noon = centres.noon(centre, 10);
        reservation.book(layla.id(), centre, noon);

        var named = calendar.of(layla, Locale.ENGLISH).orElseThrow();
        var text = named.file().text();

        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")
                .contains("METHOD:PUBLISH\r\n", "SUMMARY:Appointment\r\n", "STATUS:CONFIRMED\r\n")
                .contains("DTSTART:" + noon.toString().replaceAll("[-:]", "") + "\r\n")
                .doesNotContain(layla.id().value().toString(), "Testing", "Trial", "LOCATION", "DESCRIPTION")
                .doesNotContainIgnoringCase("card", "utopia", "kith", "passport", "centre", "localhost");
        assertThat(text.lines())
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(named.name()).doesNotContainIgnoringCase("card").doesNotContainIgnoringCase("utopia");
    }

    @Test
    void a_visit_that_is_moved_or_given_up_changes_the_very_entry() {
        var centre = centres.with(1);
        var layla = some.submitted();
        reservation.book(layla.id(), centre, centres.noon(centre, 10));
        var first = calendar.of(layla, Locale.ENGLISH).orElseThrow().file();

        reservation.move(layla.id(), centre, centres.noon(centre, 11));
        var moved = calendar.of(layla, Locale.ENGLISH).orElseThrow().file();
        reservation.cancel(layla.id());
        var gone = calendar.of(layla, Locale.ENGLISH).orElseThrow().file();
        reservation.book(layla.id(), centre, centres.noon(centre, 12));
        var again = calendar.of(layla, Locale.ENGLISH).orElseThrow().file();

        assertThat(List.of(moved.id(), gone.id(), again.id())).containsOnly(first.id());
        assertThat(moved.sequence()).isGreaterThan(first.sequence());
        assertThat(gone.sequence()).isGreaterThan(moved.sequence());
        assertThat(again.sequence()).isGreaterThan(gone.sequence());
        assertThat(gone.text()).contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n");
        assertThat(again.text()).contains("METHOD:PUBLISH\r\n");
    }

    @Test
    void a_centre_where_no_trace_may_be_left_gives_no_file_and_reminds_nobody() {
        var centre = centres.with(1);
        var quiet = centres.put(new Centre(
                centre.id(),
                centre.code(),
                centre.town(),
                centre.country(),
                centre.address(),
                centre.finding(),
                centre.languages(),
                centre.stepFree(),
                centre.counters(),
                true,
                centre.hours(),
                new Around(null, "", Set.of(Discretion.CALENDAR, Discretion.REMINDER)),
                Roster.NONE,
                List.of()));
        var layla = some.submitted();
        reservation.book(layla.id(), quiet, centres.noon(quiet, 5));
        bookedLongAgo(layla.id().value());

        remind.round();

        assertThat(calendar.of(layla, Locale.ENGLISH)).isEmpty();
        assertThat(reminders(layla.person().value())).isZero();
    }

    @Test
    void people_are_reminded_a_week_and_a_day_before_and_once_each() {
        var centre = centres.with(1);
        var layla = some.submitted();
        reservation.book(layla.id(), centre, centres.noon(centre, 5));
        bookedLongAgo(layla.id().value());

        remind.round();
        remind.round();
        assertThat(reminders(layla.person().value())).as("within the week").isEqualTo(1);

        inTwentyHours(layla.id().value());
        remind.round();
        remind.round();
        assertThat(reminders(layla.person().value())).as("within the day").isEqualTo(2);
    }

    @Test
    void whoever_booked_a_moment_ago_is_not_reminded_of_it() {
        var centre = centres.with(1);
        var layla = some.submitted();
        reservation.book(layla.id(), centre, centres.noon(centre, 5));

        remind.round();

        assertThat(reminders(layla.person().value())).isZero();
        assertThat(bookings.openOf(layla.id())).isPresent();
    }

    @Test
    void a_long_title_in_any_script_is_folded_between_its_letters() {
        var file = new CalendarFile(
                new UUID(1, 2),
                1,
                "Приём; встреча, беседа\\разговор ".repeat(6) + "约会约会约会约会约会约会约会",
                Instant.parse("2026-12-01T03:15:00Z"),
                Instant.parse("2026-12-01T03:35:00Z"),
                Instant.parse("2026-11-30T00:00:00Z"),
                false);

        assertThat(file.text().lines())
                .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(file.text().replace("\r\n ", "")).contains("Приём\\; встреча\\, беседа\\\\разговор", "约会约会");
    }

    private int reminders(UUID person) {
        return jdbc.sql("select count(*) from notice where person = ? and kind = 'VISIT_SOON'")
                .param(person)
                .query(Integer.class)
                .single();
    }

    private void bookedLongAgo(UUID application) {
        jdbc.sql("update booking set booked_at = booked_at - interval '30 days' where application = ?")
                .param(application)
                .update();
    }

    /// Where it comes to stand on the clock does not matter here.
    private void inTwentyHours(UUID application) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("delete from appointment where id in (select appointment from booking where application = ?)")
                    .param(application)
                    .update();
            jdbc.sql("insert into slot (centre, starts_at, capacity) "
                            + "select centre, date_trunc('hour', now()) + interval '20 hours', capacity from booking where application = ? "
                            + "on conflict do nothing")
                    .param(application)
                    .update();
            jdbc.sql(
                            "update booking set starts_at = date_trunc('hour', now()) + interval '20 hours' where application = ?")
                    .param(application)
                    .update();
        });
    }
}
