package org.kith.server.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplication;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.application.Stage;
import org.kith.server.centre.WalkIn.Admission.Admitted;
import org.kith.server.centre.WalkIn.Admission.Booked;
import org.kith.server.centre.WalkIn.Admission.NoCounterFree;
import org.kith.server.centre.WalkIn.Admission.NothingToDo;
import org.kith.server.centre.WalkIn.Admission.StandsBy;
import org.springframework.beans.factory.annotation.Autowired;

/// Somebody comes without an appointment.
class WalkInTest extends ServerTest {
    @Autowired
    private SomeCentre centres;

    @Autowired
    private SomeApplication some;

    @Autowired
    private Applications applications;

    @Autowired
    private WalkIn walkIn;

    @Autowired
    private Reservation reservation;

    @Autowired
    private Attendance attendance;

    @Autowired
    private Bookings bookings;

    @Autowired
    private Standbys standbys;

    @Autowired
    private Clock clock;

    @AfterEach
    void closeDown() {
        centres.closeDown();
    }

    @Test
    void where_a_counter_is_free_their_visit_begins_at_once() {
        var centre = centres.with(1);
        var layla = some.submitted();

        assertThat(walkIn.admit(reference(layla), SomeCentre.registrar(centre))).isInstanceOf(Admitted.class);

        var booking = bookings.openOf(layla.id()).orElseThrow();
        assertThat(booking.state()).isEqualTo(BookingState.ARRIVED);
        assertThat(booking.startsAt())
                .isBeforeOrEqualTo(clock.instant())
                .isAfter(clock.instant().minus(Hours.UNIT));
        assertThat(applications.find(layla.id()).orElseThrow().stage()).isEqualTo(Stage.BOOKED);
        assertThat(jdbc.sql("select deed from journal where person = ?")
                        .param(layla.person().value())
                        .query(String.class)
                        .list())
                .contains("PERSON_LOOKED_UP", "BOOKED", "VISIT_STARTED");
    }

    @Test
    void where_none_is_they_hear_of_the_next_time_and_can_stand_by() {
        var centre = centres.with(1);
        var registrar = SomeCentre.registrar(centre);
        walkIn.admit(reference(some.submitted()), registrar);
        var second = some.submitted();

        assertThat(walkIn.admit(reference(second), registrar))
                .isInstanceOfSatisfying(
                        NoCounterFree.class, full -> assertThat(full.next()).isAfter(clock.instant()));
        assertThat(walkIn.standBy(reference(second), registrar)).isEqualTo(new StandsBy());
        assertThat(standbys.of(second.id())).contains(centre.id());
    }

    @Test
    void a_counter_whose_visit_is_over_early_takes_the_next() {
        var centre = centres.with(1);
        var registrar = SomeCentre.registrar(centre);
        var first = some.submitted();
        walkIn.admit(reference(first), registrar);
        var second = some.submitted();
        assertThat(walkIn.admit(reference(second), registrar)).isInstanceOf(NoCounterFree.class);

        jdbc.sql("update booking set state = 'SEEN' where application = ?")
                .param(first.id().value())
                .update();
        freeFromNow(first);

        assertThat(walkIn.admit(reference(second), registrar)).isInstanceOf(Admitted.class);
    }

    @Test
    void the_rest_of_a_visit_that_nobody_came_to_is_free() {
        var centre = centres.with(1);
        var registrar = SomeCentre.registrar(centre);
        var gone = some.submitted();
        walkIn.admit(reference(gone), registrar);
        jdbc.sql("update booking set state = 'BOOKED', arrived_at = null where application = ?")
                .param(gone.id().value())
                .update();
        var booking = bookings.openOf(gone.id()).orElseThrow();
        assertThat(attendance.miss(booking.id(), registrar)).isEqualTo(Attendance.Noted.TOO_EARLY);

        later(booking, Duration.ofMinutes(15));

        assertThat(attendance.miss(booking.id(), registrar)).isEqualTo(Attendance.Noted.DONE);
        assertThat(attendance.miss(booking.id(), registrar)).isEqualTo(Attendance.Noted.NOT_ANY_MORE);
        assertThat(walkIn.admit(reference(some.submitted()), registrar)).isInstanceOf(Admitted.class);
        assertThat(applications.find(gone.id()).orElseThrow().stage())
                .as("they may book again")
                .isEqualTo(Stage.SUBMITTED);
    }

    @Test
    void whoever_has_a_visit_or_waits_for_none_is_not_let_in_twice() {
        var centre = centres.with(2);
        var registrar = SomeCentre.registrar(centre);
        var booked = some.submitted();
        reservation.book(booked.id(), centre, centres.noon(centre, 10));

        assertThat(walkIn.admit(reference(booked), registrar)).isInstanceOf(Booked.class);
        assertThat(walkIn.admit(nobodys(), registrar)).isEqualTo(new NothingToDo());
        var done = some.of(some.newPerson(), Stage.WITHDRAWN);
        assertThat(walkIn.admit(reference(done), registrar)).isEqualTo(new NothingToDo());
        assertThat(walkIn.standBy(reference(done), registrar)).isEqualTo(new NothingToDo());
    }

    @Test
    void nobody_is_let_in_when_the_doors_are_closed() {
        var now = clock.instant().atZone(ZoneId.of("Asia/Kathmandu")).toLocalTime();
        var centre = now.getHour() < 12 ? centres.with(1, "22:00", "23:00") : centres.with(1, "01:00", "02:00");

        assertThat(walkIn.admit(reference(some.submitted()), SomeCentre.registrar(centre)))
                .isInstanceOf(NoCounterFree.class);
    }

    private static Reference nobodys() {
        return "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
                .chars()
                .mapToObj(check -> Reference.parse("UTO0000000" + (char) check))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Reference reference(Application application) {
        return application.filedReference().orElseThrow();
    }

    /// As when it had begun so long ago.
    private void later(Booking booking, Duration ago) {
        var appointment = booking.appointment();
        if (appointment == null) throw new AssertionError();
        jdbc.sql("delete from appointment where id = ?")
                .param(appointment.value())
                .update();
        var start = booking.startsAt().minus(ago);
        jdbc.sql("insert into slot (centre, starts_at, capacity) select ?, ?, 1 on conflict do nothing")
                .params(booking.centre().value(), Appointments.utc(start))
                .update();
        jdbc.sql("update booking set starts_at = ? where id = ?")
                .params(Appointments.utc(start), booking.id().value())
                .update();
    }

    private void freeFromNow(Application application) {
        jdbc.sql("""
                delete from counter_unit where appointment in (select appointment from booking where application = ?)
                """).param(application.id().value()).update();
    }
}
