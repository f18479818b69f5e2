package org.kith.server.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplication;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.OfficerRole;
import org.kith.server.centre.BookingResult.Booked;
import org.kith.server.centre.BookingResult.SlotTaken;
import org.kith.server.centre.Closing.Closed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// A centre closes at short notice, and nobody is dropped.
class ClosingTest extends ServerTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    private SomeCentre centres;

    @Autowired
    private SomeApplication some;

    @Autowired
    private Applications applications;

    @Autowired
    private Closing closing;

    @Autowired
    private MoveOut moveOut;

    @Autowired
    private Reservation reservation;

    @Autowired
    private Bookings bookings;

    @Autowired
    private Offers offers;

    @Autowired
    private AnsweringOffers answering;

    @Autowired
    private VisitQueue queue;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @AfterEach
    void closeDown() {
        centres.closeDown();
    }

    @Test
    void whoever_is_booked_then_is_offered_the_nearest_time_and_told() {
        var centre = centres.with(2);
        var noon = centres.noon(centre, 10);
        var layla = booked(centre, noon);

        assertThat(close(centre, noon, noon.plus(HOUR), null)).isEqualTo(Closed.DONE);
        moveOut.round();

        assertThat(stage(layla)).isEqualTo(Stage.SUBMITTED);
        assertThat(offers.openOf(layla.id())).hasValueSatisfying(offer -> {
            assertThat(offer.cause()).isEqualTo(Offer.Cause.MOVED);
            assertThat(Duration.between(offer.startsAt(), noon).abs()).isLessThanOrEqualTo(HOUR);
            assertThat(offer.until()).isAfter(clock.instant().plus(Duration.ofDays(4)));
        });
        assertThat(notices(layla)).containsExactly("VISIT_MOVED_OUT");
        assertThat(letters(layla)).isEqualTo(1);
        assertThat(queue.of(layla.id()))
                .hasValueSatisfying(request -> assertThat(request.first()).isTrue());
        assertThat(deeds(layla)).contains("VISIT_MOVED_OUT", "VISIT_OFFERED");
    }

    @Test
    void a_server_that_died_after_closing_moves_everyone_later_and_writes_once() {
        var centre = centres.with(5);
        var noon = centres.noon(centre, 10);
        var people = List.of(booked(centre, noon), booked(centre, noon), booked(centre, noon));
        close(centre, noon, noon.plus(HOUR), null);
        // One of them was being moved when it died: that transaction never ended.
        transaction.executeWithoutResult(nothing -> {
            moveOut.moveOut(
                    centres.again(centre),
                    bookings.openOf(people.getFirst().id()).orElseThrow().appointment());
            nothing.setRollbackOnly();
        });
        assertThat(stage(people.getFirst())).isEqualTo(Stage.BOOKED);
        assertThat(letters(people.getFirst())).isZero();

        moveOut.round();
        moveOut.round();

        for (var each : people) {
            assertThat(offers.openOf(each.id())).isPresent();
            assertThat(letters(each)).isEqualTo(1);
            assertThat(notices(each)).hasSize(1);
        }
    }

    @Test
    void whoever_booked_at_the_very_moment_of_closing_is_found_afterwards() {
        var centre = centres.with(1);
        var noon = centres.noon(centre, 10);
        close(centre, noon, noon.plus(HOUR), null);
        moveOut.round();

        // They saw the centre as it was before.
        var late = booked(centre, noon);
        moveOut.round();

        assertThat(stage(late)).isEqualTo(Stage.SUBMITTED);
        assertThat(offers.openOf(late.id())).isPresent();
    }

    @Test
    void who_accepts_has_a_visit_and_whoever_declines_comes_first_still() {
        var centre = centres.with(2);
        var noon = centres.noon(centre, 10);
        var layla = booked(centre, noon);
        var amal = booked(centre, noon);
        close(centre, noon, noon.plus(HOUR), null);
        moveOut.round();
        var hers = offers.openOf(layla.id()).orElseThrow();
        var his = offers.openOf(amal.id()).orElseThrow();

        assertThat(answering.accept(layla.id(), hers.id())).isEqualTo(new OfferResult.Accepted());
        assertThat(answering.decline(amal.id(), his.id())).isEqualTo(new OfferResult.Declined());

        assertThat(bookings.openOf(layla.id()).orElseThrow().startsAt()).isEqualTo(hers.startsAt());
        assertThat(stage(layla)).isEqualTo(Stage.BOOKED);
        assertThat(queue.of(amal.id()).orElseThrow().first()).isTrue();
        assertThat(offers.openOf(amal.id())).isEmpty();
        jdbc.sql("insert into centre_queue (centre, since) values (?, now())")
                .param(centre.id().value())
                .update();
        assertThat(reservation.book(amal.id(), centres.again(centre), his.startsAt()))
                .as("they may choose where others wait")
                .isInstanceOf(Booked.class);
    }

    @Test
    void closing_one_counter_moves_only_whoever_stands_there() {
        var centre = centres.with(2);
        var noon = centres.noon(centre, 10);
        var first = booked(centre, noon);
        var second = booked(centre, noon);

        close(centre, noon, noon.plus(HOUR), 1);
        moveOut.round();

        assertThat(stage(first)).isEqualTo(Stage.BOOKED);
        assertThat(stage(second)).isEqualTo(Stage.SUBMITTED);
        assertThat(reservation.book(some.submitted().id(), centres.again(centre), noon))
                .isEqualTo(new SlotTaken());
    }

    @Test
    void closing_twice_closes_once() {
        var centre = centres.with(2);
        var noon = centres.noon(centre, 10);

        assertThat(close(centre, noon, noon.plus(HOUR), null)).isEqualTo(Closed.DONE);
        assertThat(close(centres.again(centre), noon, noon.plus(HOUR), null)).isEqualTo(Closed.BEFORE);
        assertThat(centres.again(centre).closures()).hasSize(1);
        var closure = centres.again(centre).closures().getFirst();
        assertThat(closing.lift(centre, closure.id(), SomeCentre.manager())).isEqualTo(Closed.DONE);
        assertThat(closing.lift(centre, closure.id(), SomeCentre.manager())).isEqualTo(Closed.BEFORE);
        assertThat(centres.again(centre).closures()).isEmpty();
    }

    @Test
    void what_makes_no_sense_closes_nothing() {
        var centre = centres.with(2);
        var noon = centres.noon(centre, 10);
        var now = clock.instant();

        assertThat(close(centre, noon, noon, null)).isEqualTo(Closed.NO_TIME);
        assertThat(close(centre, noon.plus(HOUR), noon, null)).isEqualTo(Closed.NO_TIME);
        assertThat(close(centre, now.minus(HOUR.multipliedBy(2)), now.minus(HOUR), null))
                .isEqualTo(Closed.NO_TIME);
        assertThat(close(centre, noon, noon.plus(Duration.ofDays(4_000)), null)).isEqualTo(Closed.NO_TIME);
        assertThat(close(centre, noon, noon.plus(HOUR), 3)).isEqualTo(Closed.NO_SUCH_COUNTERS);
        assertThat(close(centre, noon, noon.plus(HOUR), 0)).isEqualTo(Closed.NO_SUCH_COUNTERS);
        var elsewhere = new Actor.Officer(UUID.randomUUID(), OfficerRole.MANAGER, UUID.randomUUID());
        assertThat(closing.close(centre, noon, noon.plus(HOUR), null, elsewhere))
                .isEqualTo(Closed.ANOTHER_CENTRE);
        assertThat(centres.again(centre).closures()).isEmpty();
    }

    @Test
    void a_holiday_or_other_hours_in_the_operators_file_move_people_just_so() {
        var centre = centres.with(2);
        var noon = centres.noon(centre, 10);
        var layla = booked(centre, noon);
        var evening = centres.noon(centre, 11).plus(Duration.ofHours(8));
        var amal = booked(centre, evening);
        var day = LocalDate.ofInstant(noon, centre.hours().zone());

        var shorter = new Hours(
                centre.hours().zone(), SomeCentre.everyDay("08:00", "18:00"), List.of(new Holiday(day, "Harbour day")));
        centres.change(centre, shorter, Roster.NONE);
        moveOut.round();

        assertThat(offers.openOf(layla.id()))
                .hasValueSatisfying(offer -> assertThat(LocalDate.ofInstant(
                                offer.startsAt(), centre.hours().zone()))
                        .isNotEqualTo(day));
        assertThat(offers.openOf(amal.id())).isPresent();
    }

    @Test
    void where_no_time_is_left_they_wait_before_all_others() {
        var centre = centres.with(1, "12:00", "12:20");
        var noon = centres.noon(centre, 10);
        var layla = booked(centre, noon);
        for (var day = 1; day <= 60; day++) {
            var start = centres.noon(centre, day);
            if (start.isAfter(clock.instant().plus(Duration.ofHours(2))) && !start.equals(noon)) booked(centre, start);
        }

        close(centre, noon, noon.plus(HOUR), null);
        moveOut.round();

        assertThat(offers.openOf(layla.id())).isEmpty();
        assertThat(queue.of(layla.id()).orElseThrow().first()).isTrue();
        assertThat(queue.of(layla.id()).orElseThrow().state()).isEqualTo(VisitQueue.State.WAITING);
        assertThat(letters(layla)).isEqualTo(1);
    }

    private Closed close(Centre centre, Instant from, Instant until, @Nullable Integer counters) {
        return closing.close(centre, from, until, counters, SomeCentre.manager());
    }

    private Application booked(Centre centre, Instant start) {
        var application = some.submitted();
        assertThat(reservation.book(application.id(), centre, start)).isInstanceOf(Booked.class);
        return application;
    }

    private Stage stage(Application application) {
        return applications.find(application.id()).orElseThrow().stage();
    }

    private List<String> notices(Application application) {
        return jdbc.sql("select kind from notice where person = ?")
                .param(application.person().value())
                .query(String.class)
                .list();
    }

    private int letters(Application application) {
        return jdbc.sql("select count(*) from outbox where person = ?")
                .param(application.person().value())
                .query(Integer.class)
                .single();
    }

    private List<String> deeds(Application application) {
        return jdbc.sql("select deed from journal where person = ?")
                .param(application.person().value())
                .query(String.class)
                .list();
    }
}
