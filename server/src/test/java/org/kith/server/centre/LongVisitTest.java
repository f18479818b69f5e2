package org.kith.server.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplication;
import org.kith.server.centre.BookingResult.Booked;
import org.kith.server.centre.BookingResult.NotOffered;
import org.kith.server.centre.BookingResult.SlotTaken;
import org.kith.server.centre.Roster.Shift;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

/// Visits of any length, counters, and officers at work.
class LongVisitTest extends ServerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private SomeCentre centres;

    @Autowired
    private SomeApplication some;

    @Autowired
    private Appointments appointments;

    @Autowired
    private Reservation reservation;

    @Autowired
    private Bookings bookings;

    @Autowired
    private Slots slots;

    @Autowired
    private VisitLengths lengths;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void closeDown() {
        centres.closeDown();
    }

    @Test
    void a_visit_is_as_long_as_its_people_need() {
        assertThat(lengths.of(VisitKind.IDENTITY, 1, 0)).isEqualTo(Duration.ofMinutes(20));
        assertThat(lengths.of(VisitKind.IDENTITY, 1, 1)).as("an infant").isEqualTo(Duration.ofMinutes(30));
        assertThat(lengths.of(VisitKind.IDENTITY, 5, 0)).as("a family of five").isEqualTo(Duration.ofMinutes(60));
        assertThat(lengths.of(VisitKind.IDENTITY, 5, 2)).isEqualTo(Duration.ofMinutes(80));
        assertThat(lengths.of(VisitKind.HEARING, 1, 0)).isEqualTo(Duration.ofMinutes(20));
    }

    @Test
    void a_long_visit_keeps_its_counter_all_along() {
        var centre = centres.with(1);
        var noon = centres.noon(centre, 10);
        take(centre, noon, HOUR);

        for (var minutes : List.of(0, 20, 40)) {
            assertThat(reservation.book(some.submitted().id(), centre, noon.plus(Duration.ofMinutes(minutes))))
                    .isEqualTo(new SlotTaken());
        }
        assertThat(reservation.book(some.submitted().id(), centre, noon.plus(HOUR)))
                .isInstanceOf(Booked.class);
        assertThat(slots.next(centre, noon.minus(HOUR), 1, Duration.ofMinutes(80)))
                .as("no room for eighty minutes before it")
                .allSatisfy(slot -> assertThat(slot.start()).isAfter(noon));
    }

    @Test
    void the_table_itself_refuses_times_that_overlap_at_one_counter() {
        var centre = centres.with(2);
        var noon = centres.noon(centre, 10);
        take(centre, noon, HOUR);

        assertThatThrownBy(() -> insert(centre, noon.plus(Duration.ofMinutes(55)), 10, 1))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> insert(centre, noon.plus(Duration.ofMinutes(20)), 10, 1))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_party_a_counter");
        assertThatThrownBy(() -> insert(centre, noon.plus(Duration.ofMinutes(20)), 10, 3))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("counter_there");
        assertThatThrownBy(() -> insertBooking(centre, noon.plus(Duration.ofMinutes(20))))
                .as("at another time than the one that is held")
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> jdbc.sql("update appointment set minutes = 90 where centre = ?")
                        .param(centre.id().value())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("made anew");
    }

    @Test
    void a_server_of_the_version_before_books_a_time_that_is_held_as_any_other() {
        var centre = centres.with(1);
        var noon = centres.noon(centre, 10);
        var old = some.submitted();
        jdbc.sql("insert into slot (centre, starts_at, capacity) values (?, ?, 1)")
                .params(centre.id().value(), utc(noon))
                .update();
        var sql = """
            insert into booking (id, application, kind, centre, starts_at, capacity, place, state, booked_at)
            values (:id, :application, 'IDENTITY', :centre, :start, 1, 1, 'BOOKED', now())
            """;
        jdbc.sql(sql)
                .param("id", UUID.randomUUID())
                .param("application", old.id().value())
                .param("centre", centre.id().value())
                .param("start", utc(noon))
                .update();

        assertThat(reservation.book(some.submitted().id(), centre, noon)).isEqualTo(new SlotTaken());
        jdbc.sql("update booking set state = 'CANCELLED' where application = ?")
                .param(old.id().value())
                .update();
        assertThat(reservation.book(some.submitted().id(), centre, noon)).isInstanceOf(Booked.class);
    }

    @Test
    void nobody_is_booked_beyond_the_end_of_opening_hours() {
        var centre = centres.with(1, "09:00", "10:00");
        var nine = centres.noon(centre, 10).minus(Duration.ofHours(3));
        var zone = centre.hours().zone();
        var day = LocalDate.ofInstant(nine, zone);

        assertThat(centre.hours().visitsOn(day, Duration.ofMinutes(40)))
                .containsExactly(nine, nine.plus(Duration.ofMinutes(20)));
        assertThat(slots.isOffered(centre, nine.plus(Duration.ofMinutes(40)), Duration.ofMinutes(40)))
                .isFalse();
        assertThat(reservation.book(some.submitted().id(), centre, nine.plus(Duration.ofMinutes(60))))
                .isEqualTo(new NotOffered());
        assertThat(centre.hours().visitsOn(day, Duration.ofMinutes(65)))
                .as("a family larger than the day")
                .isEmpty();
        assertThat(Asking.hasRoomFor(centre, Duration.ofMinutes(65))).isFalse();
    }

    @Test
    void as_many_are_seen_at_once_as_there_are_officers_and_counters() {
        var centre = centres.with(3);
        var noon = centres.noon(centre, 10);
        var zone = centre.hours().zone();
        var day = LocalDate.ofInstant(noon, zone);
        var weekly = new Roster(
                Map.of(day.getDayOfWeek(), List.of(new Shift(LocalTime.of(9, 0), LocalTime.of(12, 20), 2))), Map.of());
        var exception = new Roster(weekly.weekly(), Map.of(day, List.of()));
        var more = new Roster(
                weekly.weekly(), Map.of(day, List.of(new Shift(LocalTime.of(9, 0), LocalTime.of(15, 0), 9))));

        assertThat(freeAt(centres.change(centre, centre.hours(), weekly), noon)).isEqualTo(2);
        assertThat(freeAt(centres.again(centre), noon.plus(Duration.ofMinutes(20))))
                .as("nobody is at work")
                .isZero();
        assertThat(centres.again(centre).seats(noon, Duration.ofMinutes(40))).isZero();
        assertThat(freeAt(centres.change(centre, centre.hours(), exception), noon))
                .isZero();
        assertThat(freeAt(centres.change(centre, centre.hours(), more), noon))
                .as("nine officers at three counters")
                .isEqualTo(3);
    }

    @Test
    void fewer_officers_drop_nobody_and_let_nobody_more_in() {
        var centre = centres.with(2);
        var noon = centres.noon(centre, 10);
        reservation.book(some.submitted().id(), centre, noon);
        reservation.book(some.submitted().id(), centre, noon);
        var one = new Shift(LocalTime.of(0, 0), LocalTime.of(23, 0), 1);
        var everyDay = Stream.of(DayOfWeek.values()).collect(Collectors.toMap(day -> day, _ -> List.of(one)));

        var fewer = centres.change(centre, centre.hours(), new Roster(everyDay, Map.of()));

        assertThat(bookings.between(centre.id(), noon, noon.plusSeconds(1)))
                .extracting(Booking::state)
                .containsExactly(BookingState.BOOKED, BookingState.BOOKED);
        assertThat(reservation.book(some.submitted().id(), fewer, noon)).isEqualTo(new SlotTaken());
        reservation.cancel(bookings.between(centre.id(), noon, noon.plusSeconds(1))
                .getFirst()
                .application());
        assertThat(reservation.book(some.submitted().id(), fewer, noon))
                .as("the one left stands at the second counter")
                .isInstanceOf(Booked.class);
        assertThat(reservation.book(some.submitted().id(), fewer, noon)).isEqualTo(new SlotTaken());
    }

    @Test
    void many_who_want_times_of_any_length_at_once_never_meet_at_a_counter() throws Exception {
        var centre = centres.with(3);
        var noon = centres.noon(centre, 12);
        var random = new Random(7);
        var wanted = IntStream.range(0, 300)
                .mapToObj(_ -> Map.entry(
                        noon.plus(Hours.VISIT.multipliedBy(random.nextInt(12))),
                        Hours.UNIT.multipliedBy(2 + random.nextInt(14))))
                .toList();

        var held = new ArrayList<Boolean>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = wanted.stream()
                    .map(each -> (Callable<Boolean>) () -> transaction.execute(_ -> appointments
                            .take(centre, each.getKey(), each.getValue())
                            .isPresent()))
                    .toList();
            for (var done : threads.invokeAll(all)) held.add(done.get());
        }

        var overlaps = """
            select count(*) from appointment one join appointment other
              on other.centre = one.centre and other.place = one.place and other.id > one.id
             and other.starts_at < one.starts_at + make_interval(mins => one.minutes)
             and one.starts_at < other.starts_at + make_interval(mins => other.minutes)
            where one.centre = :centre
            """;
        assertThat(held.stream().filter(each -> each)).isNotEmpty();
        assertThat(jdbc.sql(overlaps)
                        .param("centre", centre.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select max(place) from appointment where centre = ?")
                        .param(centre.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void a_family_is_seen_in_a_zone_of_half_an_hour_on_the_day_its_clocks_change() {
        var hours = new Hours(ZoneId.of("Australia/Adelaide"), SomeCentre.everyDay("01:30", "03:30"), List.of());
        var kolkata = new Hours(ZoneId.of("Asia/Kolkata"), SomeCentre.everyDay("09:00", "10:00"), List.of());

        assertThat(hours.visitsOn(LocalDate.parse("2026-10-04"), HOUR))
                .as("an hour is missing")
                .containsExactly(Instant.parse("2026-10-03T16:00:00Z"));
        assertThat(hours.visitsOn(LocalDate.parse("2027-04-04"), HOUR))
                .as("an hour comes twice")
                .hasSize(7);
        assertThat(kolkata.visitsOn(LocalDate.parse("2026-12-01"), HOUR))
                .containsExactly(Instant.parse("2026-12-01T03:30:00Z"));
    }

    private void take(Centre centre, Instant start, Duration length) {
        var held = transaction.execute(_ -> appointments.take(centre, start, length));
        assertThat(held.isPresent()).isTrue();
    }

    private void insert(Centre centre, Instant start, int minutes, int place) {
        jdbc.sql("insert into appointment (id, centre, starts_at, minutes, place) values (?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), centre.id().value(), utc(start), minutes, place)
                .update();
    }

    private void insertBooking(Centre centre, Instant start) {
        var sql = """
            insert into booking (id, application, kind, centre, starts_at, capacity, place, state, booked_at, appointment)
            select gen_random_uuid(), :application, 'IDENTITY', slot.centre, slot.starts_at, capacity, 1, 'BOOKED', now(),
                   appointment.id
            from slot join appointment on appointment.centre = slot.centre
            where slot.centre = :centre and slot.starts_at = :start
            """;
        jdbc.sql(sql)
                .param("application", some.submitted().id().value())
                .param("centre", centre.id().value())
                .param("start", utc(start))
                .update();
    }

    private int freeAt(Centre centre, Instant start) {
        return slots.free(centre, LocalDate.ofInstant(start, centre.hours().zone()), 1).stream()
                .flatMap(day -> day.slots().stream())
                .filter(slot -> slot.start().equals(start))
                .mapToInt(Slots.Slot::free)
                .sum();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
