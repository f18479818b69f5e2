package org.kith.server.family;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplication;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.audit.Actor;
import org.kith.server.audit.OfficerRole;
import org.kith.server.centre.Attendance;
import org.kith.server.centre.Booking;
import org.kith.server.centre.BookingResult.Booked;
import org.kith.server.centre.BookingState;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Parties;
import org.kith.server.centre.Reservation;
import org.kith.server.centre.Slots;
import org.kith.server.centre.VisitKind;
import org.springframework.beans.factory.annotation.Autowired;

/// A family comes to a centre together, and each is seen for themselves.
class FamilyVisitTest extends ServerTest {
    @Autowired
    private FamilyCase families;

    @Autowired
    private SomeApplication some;

    @Autowired
    private Applications applications;

    @Autowired
    private Reservation reservation;

    @Autowired
    private Bookings bookings;

    @Autowired
    private Parties parties;

    @Autowired
    private Centres centres;

    @Autowired
    private Slots slots;

    @Autowired
    private Attendance attendance;

    @Autowired
    private Clock clock;

    @Test
    void a_family_of_three_has_one_time_at_one_counter() {
        var family = family(8, 1);
        var head = family.getFirst();
        var along = along(head);
        var length = parties.length(VisitKind.IDENTITY, ids(family));
        var start = start(length, 10);

        assertThat(length).as("three people, one of them an infant").isEqualTo(Duration.ofMinutes(50));
        assertThat(along).hasSize(2);
        assertThat(reservation.book(head.id(), centre(), start, along)).isInstanceOf(Booked.class);

        var booked = family.stream().map(this::booking).toList();
        assertThat(booked.stream().map(Booking::appointment))
                .containsOnly(booked.getFirst().appointment());
        assertThat(booked.stream().map(Booking::place))
                .containsOnly(booked.getFirst().place());
        assertThat(booked.stream().map(Booking::id))
                .as("each has a check of their own")
                .doesNotHaveDuplicates();
        assertThat(family).allSatisfy(each -> assertThat(stage(each)).isEqualTo(Stage.BOOKED));
        assertThat(booked.stream().filter(Booking::lead)).hasSize(1);
        assertThat(free(start)).as("one counter of two").isEqualTo(1);
    }

    @Test
    void one_who_cancels_does_not_harm_the_others() {
        var family = family(8, 9);
        var head = family.getFirst();
        book(head, 12);
        var appointment = booking(head).appointment();

        reservation.cancel(family.get(1).id());

        assertThat(stage(family.get(1))).isEqualTo(Stage.SUBMITTED);
        assertThat(bookings.together(booking(head).appointment())).hasSize(2);
        reservation.cancelAll(head.id());
        assertThat(family).allSatisfy(each -> assertThat(stage(each)).isEqualTo(Stage.SUBMITTED));
        assertThat(jdbc.sql("select count(*) from appointment where id = ?")
                        .param(Objects.requireNonNull(appointment).value())
                        .query(Integer.class)
                        .single())
                .as("the time is free")
                .isZero();
    }

    @Test
    void one_who_does_not_come_does_not_harm_the_others() {
        var family = family(8, 9);
        book(family.getFirst(), 14);
        var registrar = new Actor.Officer(
                UUID.randomUUID(), OfficerRole.REGISTRAR, centre().id().value());
        jdbc.sql("update booking set state = 'MISSED' where id = ?")
                .param(booking(family.get(1)).id().value())
                .update();

        assertThat(attendance.miss(booking(family.getFirst()).id(), registrar)).isEqualTo(Attendance.Noted.TOO_EARLY);
        assertThat(booking(family.getFirst()).state()).isEqualTo(BookingState.BOOKED);
        assertThat(booking(family.get(2)).state()).isEqualTo(BookingState.BOOKED);
        assertThat(bookings.together(booking(family.getFirst()).appointment())).hasSize(3);
    }

    @Test
    void who_speaks_for_the_family_moves_all_and_anybody_else_themselves_alone() {
        var family = family(8, 9);
        book(family.getFirst(), 16);

        assertThat(reservation.move(family.get(2).id(), centre(), start(Duration.ofMinutes(20), 17)))
                .isInstanceOf(Booked.class);
        assertThat(bookings.together(booking(family.getFirst()).appointment())).hasSize(2);

        // A week on: two neighbouring days may both lead to a Monday.
        var later = start(Duration.ofMinutes(30), 25);
        assertThat(reservation.move(family.getFirst().id(), centre(), later)).isInstanceOf(Booked.class);
        assertThat(booking(family.get(1)).startsAt()).isEqualTo(later);
        assertThat(booking(family.get(2)).startsAt()).isNotEqualTo(later);
    }

    @Test
    void nobody_of_another_family_can_be_brought_along() {
        var family = family(8, 9);
        var stranger = some.submitted();
        var start = start(Duration.ofMinutes(40), 20);

        reservation.book(
                family.getFirst().id(),
                centre(),
                start,
                Set.of(stranger.id(), family.get(1).id()));

        assertThat(stage(stranger)).isEqualTo(Stage.SUBMITTED);
        assertThat(bookings.together(booking(family.getFirst()).appointment())).hasSize(2);
    }

    @Test
    void whoever_booked_meanwhile_is_left_out() {
        var family = family(8, 9);
        var along = along(family.getFirst());
        reservation.book(family.get(1).id(), centre(), start(Duration.ofMinutes(20), 21));

        reservation.book(family.getFirst().id(), centre(), start(Duration.ofMinutes(40), 28), along);

        assertThat(bookings.together(booking(family.getFirst()).appointment())).hasSize(2);
        assertThat(booking(family.get(1)).startsAt())
                .isBefore(booking(family.getFirst()).startsAt());
    }

    @Test
    void children_in_a_parents_passport_have_visits_of_their_own() {
        var family = family(8);
        var code = new byte[32];
        new Random().nextBytes(code);
        for (var each : family) {
            jdbc.sql("insert into look_up_code (code, application, person, kind) values (?, ?, ?, 'DOCUMENT')")
                    .params(code, each.id().value(), each.person().value())
                    .update();
        }

        for (var each : family) {
            assertThat(reservation.book(each.id(), centre(), start(Duration.ofMinutes(20), 30)))
                    .isInstanceOf(Booked.class);
        }
    }

    /// An adult and children of these ages, who all wait for a visit.
    private List<Application> family(int... ages) {
        var head = some.submitted();
        families.start(head.person(), "Layla");
        var all = new ArrayList<>(List.of(head));
        for (var age : ages) {
            var born = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)
                    .minusYears(age)
                    .minusDays(1);
            var added = families.addChild(head.person(), "Child of " + age, born);
            if (!(added instanceof FamilyResult.ChildAdded(var child))) throw new AssertionError(added);
            all.add(some.of(child, Stage.SUBMITTED));
        }
        return all;
    }

    private void book(Application head, int days) {
        assertThat(reservation.book(head.id(), centre(), start(Duration.ofMinutes(40), days), along(head)))
                .isInstanceOf(Booked.class);
    }

    private Set<ApplicationId> along(Application head) {
        return parties.along(head, VisitKind.IDENTITY).stream()
                .map(each -> each.application())
                .collect(Collectors.toSet());
    }

    private Instant start(Duration length, int days) {
        return slots.next(centre(), clock.instant().plus(Duration.ofDays(days)), 1, length)
                .getFirst()
                .start();
    }

    private int free(Instant start) {
        return slots.next(centre(), start, 1).getFirst().free();
    }

    private Centre centre() {
        return centres.byCode("strelsau").orElseThrow();
    }

    private Booking booking(Application application) {
        return bookings.openOf(application.id()).orElseThrow();
    }

    private Stage stage(Application application) {
        return applications.find(application.id()).orElseThrow().stage();
    }

    private static Set<ApplicationId> ids(List<Application> family) {
        return family.stream().map(Application::id).collect(Collectors.toSet());
    }
}
