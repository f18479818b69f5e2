package org.kith.server.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplication;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.OfficerRole;
import org.kith.server.centre.BookingResult.AlreadyBooked;
import org.kith.server.centre.BookingResult.Booked;
import org.kith.server.centre.BookingResult.NotBookable;
import org.kith.server.centre.BookingResult.NotOffered;
import org.kith.server.centre.BookingResult.SlotTaken;
import org.kith.server.vault.CountryCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.support.TransactionTemplate;

class BookingTest extends ServerTest {
    @Autowired
    private SomeApplication some;

    @Autowired
    private Applications applications;

    @Autowired
    private Reservation reservation;

    @Autowired
    private Attendance attendance;

    @Autowired
    private Bookings bookings;

    @Autowired
    private Centres centres;

    @Autowired
    private Slots slots;

    @Autowired
    private TransactionTemplate transaction;

    /// Other tests look at the list of open centres.
    @AfterEach
    void closeDown() {
        jdbc.sql("update centre set open = false where code like 'test-%'").update();
    }

    @Test
    void a_sent_application_gets_a_place_and_counts_as_booked() {
        var centre = centreWith(2);
        var layla = some.submitted();

        var result = reservation.book(layla.id(), centre, first(centre));

        assertThat(result).isInstanceOfSatisfying(Booked.class, booked -> {
            assertThat(booked.booking().startsAt()).isEqualTo(first(centre));
            assertThat(booked.booking().place()).isEqualTo(1);
        });
        assertThat(stage(layla)).isEqualTo(Stage.BOOKED);
        assertThat(freeAt(centre, first(centre))).isEqualTo(1);
        assertThat(deeds(layla)).contains("BOOKED");
    }

    @Test
    void of_two_hundred_who_want_twenty_places_at_once_exactly_twenty_get_one() throws Exception {
        var centre = centreWith(20);
        var start = first(centre);
        var people = IntStream.range(0, 200).mapToObj(_ -> some.submitted()).toList();

        List<BookingResult> results;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var attempts = people.stream()
                    .map(each -> (Callable<BookingResult>) () -> reservation.book(each.id(), centre, start))
                    .toList();
            results = threads.invokeAll(attempts).stream()
                    .map(done -> done.resultNow())
                    .toList();
        }

        assertThat(results.stream().filter(Booked.class::isInstance)).hasSize(20);
        assertThat(results.stream().filter(SlotTaken.class::isInstance)).hasSize(180);
        assertThat(bookings.between(centre.id(), start, start.plusSeconds(1)))
                .extracting(Booking::place)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
        assertThat(people.stream().filter(each -> stage(each) == Stage.BOOKED)).hasSize(20);
    }

    @Test
    void the_database_itself_refuses_a_place_beyond_the_counters() {
        var centre = centreWith(1);
        var start = first(centre);
        reservation.book(some.submitted().id(), centre, start);

        assertThatThrownBy(() -> insert(some.submitted(), centre, start, 2, 1))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("counter_there");
        assertThatThrownBy(() -> insert(some.submitted(), centre, start, 2, 2))
                .as("a capacity that the slot does not have")
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("counter_there");
        assertThatThrownBy(() -> insert(some.submitted(), centre, start, 0, 1))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void the_database_itself_refuses_two_people_on_one_place() {
        var centre = centreWith(2);
        var start = first(centre);
        reservation.book(some.submitted().id(), centre, start);

        assertThatThrownBy(() -> insert(some.submitted(), centre, start, 1, 2))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("one_party_a_counter");
    }

    @Test
    void one_person_holds_one_time() {
        var centre = centreWith(5);
        var layla = some.submitted();
        reservation.book(layla.id(), centre, first(centre));

        var second = reservation.book(layla.id(), centre, second(centre));

        assertThat(second).isInstanceOf(AlreadyBooked.class);
        assertThatThrownBy(() -> insert(layla, centre, first(centre), 3, 5))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("booking_one_an_application");
    }

    @Test
    void a_draft_cannot_be_booked_for() {
        var centre = centreWith(1);

        assertThat(reservation.book(some.draft().id(), centre, first(centre))).isEqualTo(new NotBookable(Stage.DRAFT));
    }

    @Test
    void only_times_that_are_offered_can_be_booked() {
        var centre = centreWith(1);
        var layla = some.submitted();

        assertThat(reservation.book(layla.id(), centre, first(centre).plusSeconds(60)))
                .isEqualTo(new NotOffered());
        assertThat(reservation.book(layla.id(), centre, first(centre).minus(Duration.ofDays(40))))
                .isEqualTo(new NotOffered());
        assertThat(reservation.book(layla.id(), centre, first(centre).plus(Duration.ofDays(62))))
                .isEqualTo(new NotOffered());
    }

    @Test
    void a_visit_moved_frees_its_old_time() {
        var centre = centreWith(1);
        var layla = some.submitted();
        reservation.book(layla.id(), centre, first(centre));
        var later = second(centre);

        assertThat(reservation.move(layla.id(), centre, later)).isInstanceOf(Booked.class);

        assertThat(stage(layla)).isEqualTo(Stage.BOOKED);
        assertThat(bookings.openOf(layla.id()).orElseThrow().startsAt()).isEqualTo(later);
        assertThat(reservation.book(some.submitted().id(), centre, first(centre)))
                .isInstanceOf(Booked.class);
    }

    @Test
    void moving_to_a_time_that_is_taken_keeps_the_old_one() {
        var centre = centreWith(1);
        var layla = some.submitted();
        var early = first(centre);
        reservation.book(layla.id(), centre, early);
        var late = second(centre);
        reservation.book(some.submitted().id(), centre, late);

        assertThat(reservation.move(layla.id(), centre, late)).isEqualTo(new SlotTaken());

        assertThat(bookings.openOf(layla.id()).orElseThrow().startsAt()).isEqualTo(early);
    }

    @Test
    void a_visit_given_up_goes_to_somebody_else() {
        var centre = centreWith(1);
        var layla = some.submitted();
        var start = first(centre);
        reservation.book(layla.id(), centre, start);

        assertThat(reservation.cancel(layla.id())).isInstanceOf(CancelResult.Cancelled.class);
        assertThat(reservation.cancel(layla.id())).isInstanceOf(CancelResult.NothingBooked.class);

        assertThat(stage(layla)).isEqualTo(Stage.SUBMITTED);
        assertThat(reservation.book(some.submitted().id(), centre, start)).isInstanceOf(Booked.class);
    }

    @Test
    void a_centre_with_fewer_counters_keeps_those_already_booked() {
        var centre = centreWith(2);
        var full = first(centre);
        reservation.book(some.submitted().id(), centre, full);
        reservation.book(some.submitted().id(), centre, full);
        var half = second(centre);
        reservation.book(some.submitted().id(), centre, half);

        var fewer = put(centre, 1);

        assertThat(bookings.between(centre.id(), full, full.plusSeconds(1))).hasSize(2);
        assertThat(freeAt(fewer, full)).isZero();
        assertThat(freeAt(fewer, half)).isZero();
        assertThat(reservation.book(some.submitted().id(), fewer, half)).isEqualTo(new SlotTaken());
    }

    @Test
    void an_officer_of_another_centre_is_refused_and_that_is_written_down() {
        var centre = centreWith(1);
        var layla = some.submitted();
        reservation.book(layla.id(), centre, first(centre));
        var booking = bookings.openOf(layla.id()).orElseThrow();

        var noted = attendance.arrive(booking.id(), registrarAt(UUID.randomUUID()));

        assertThat(noted).isEqualTo(Attendance.Noted.ANOTHER_CENTRE);
        assertThat(bookings.find(booking.id()).orElseThrow().state()).isEqualTo(BookingState.BOOKED);
        assertThat(deeds(layla)).contains("ACCESS_REFUSED");
    }

    @Test
    void nobody_has_missed_a_visit_before_its_time() {
        var centre = centreWith(1);
        var layla = some.submitted();
        reservation.book(layla.id(), centre, first(centre));
        var booking = bookings.openOf(layla.id()).orElseThrow();

        assertThat(attendance.miss(booking.id(), registrarAt(centre.id().value())))
                .isEqualTo(Attendance.Noted.TOO_EARLY);
    }

    private Centre centreWith(int counters) {
        var id = new CentreId(UUID.randomUUID());
        var centre = new Centre(
                id,
                "test-" + id.value().toString().substring(0, 8),
                "Testing",
                new CountryCode("XER"),
                "1 Trial Road",
                "Behind the gate.",
                List.of(Locale.ENGLISH),
                true,
                counters,
                true,
                new Hours(ZoneId.of("Asia/Kathmandu"), always(), List.of()));
        transaction.executeWithoutResult(_ -> centres.put(centre));
        return centre;
    }

    private Centre put(Centre centre, int counters) {
        var changed = new Centre(
                centre.id(),
                centre.code(),
                centre.town(),
                centre.country(),
                centre.address(),
                centre.finding(),
                centre.languages(),
                centre.stepFree(),
                counters,
                true,
                centre.hours());
        transaction.executeWithoutResult(_ -> centres.put(changed));
        return changed;
    }

    private static List<Opening> always() {
        return Stream.of(DayOfWeek.values())
                .map(day -> new Opening(day, LocalTime.of(0, 0), LocalTime.of(23, 40)))
                .toList();
    }

    /// Three days ahead, so that the hour of the test does not matter.
    private Instant first(Centre centre) {
        return centre.hours().visitsOn(slots.lastDay(centre).minusDays(30)).getFirst();
    }

    private Instant second(Centre centre) {
        return first(centre).plus(Hours.VISIT);
    }

    private int freeAt(Centre centre, Instant start) {
        return slots.free(centre, start.atZone(centre.hours().zone()).toLocalDate(), 1).stream()
                .flatMap(day -> day.slots().stream())
                .filter(slot -> slot.start().equals(start))
                .mapToInt(Slots.Slot::free)
                .sum();
    }

    private void insert(Application application, Centre centre, Instant start, int place, int capacity) {
        var sql = """
            insert into booking (id, application, centre, starts_at, capacity, place, state, booked_at)
            values (:id, :application, :centre, :start, :capacity, :place, 'BOOKED', :start)
            """;
        jdbc.sql(sql)
                .param("id", UUID.randomUUID())
                .param("application", application.id().value())
                .param("centre", centre.id().value())
                .param("start", start.atOffset(ZoneOffset.UTC))
                .param("capacity", capacity)
                .param("place", place)
                .update();
    }

    private Stage stage(Application application) {
        return applications.find(application.id()).orElseThrow().stage();
    }

    private List<String> deeds(Application application) {
        return jdbc.sql("select deed from journal where person = ?")
                .param(application.person().value())
                .query(String.class)
                .list();
    }

    private static Actor.Officer registrarAt(UUID centre) {
        return new Actor.Officer(UUID.randomUUID(), OfficerRole.REGISTRAR, centre);
    }
}
