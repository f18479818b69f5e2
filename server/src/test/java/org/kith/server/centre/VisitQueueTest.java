package org.kith.server.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplication;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Deadlines;
import org.kith.server.application.Stage;
import org.kith.server.centre.Asking.Asked;
import org.kith.server.centre.BookingResult.Booked;
import org.kith.server.centre.BookingResult.Queueing;
import org.kith.server.centre.OfferResult.Accepted;
import org.kith.server.centre.OfferResult.NotTheirs;
import org.kith.server.centre.OfferResult.Over;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// Times are given out by the day of filing, where more people want them than there are (lessons.md row 23).
class VisitQueueTest extends ServerTest {
    @Autowired
    private SomeCentre centres;

    @Autowired
    private SomeApplication some;

    @Autowired
    private Applications applications;

    @Autowired
    private Deadlines deadlines;

    @Autowired
    private VisitQueue queue;

    @Autowired
    private Asking asking;

    @Autowired
    private GiveOut giveOut;

    @Autowired
    private CallStandbys callStandbys;

    @Autowired
    private Offers offers;

    @Autowired
    private AnsweringOffers answering;

    @Autowired
    private Standbys standbys;

    @Autowired
    private Scarcity scarcity;

    @Autowired
    private Expectation expectation;

    @Autowired
    private Reservation reservation;

    @Autowired
    private Bookings bookings;

    @Autowired
    private Appointments appointments;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Clock clock;

    @AfterEach
    void closeDown() {
        centres.closeDown();
    }

    @Test
    void times_are_given_out_when_less_than_a_tenth_is_free_and_until_a_quarter_is() {
        var centre = centres.with(1, "12:00", "12:20");
        judge(centre);
        assertThat(queue.isOn(centre.id())).isFalse();
        assertThat(scarcity.free(centre)).isGreaterThan(0.99);

        var taken = fill(centre, 58);
        judge(centre);
        assertThat(scarcity.free(centre)).isLessThan(0.10);
        assertThat(queue.isOn(centre.id())).isTrue();

        taken.subList(0, 10).forEach(each -> reservation.cancel(each.id()));
        judge(centre);
        assertThat(queue.isOn(centre.id())).as("a sixth is free").isTrue();

        taken.subList(10, 25).forEach(each -> reservation.cancel(each.id()));
        judge(centre);
        assertThat(queue.isOn(centre.id())).isFalse();
    }

    @Test
    void whoever_is_quickest_gains_nothing() {
        var centre = queueing(1);

        assertThat(reservation.book(some.submitted().id(), centre, centres.noon(centre, 10)))
                .isEqualTo(new Queueing());
    }

    @Test
    void the_first_to_file_is_the_first_to_be_given_a_time_whenever_they_asked() {
        var centre = queueing(1);
        var late = filed(2);
        var early = filed(40);
        var middle = filed(20);
        for (var each : List.of(late, middle, early)) ask(each, centre);

        assertThat(queue.next(centre.id()).orElseThrow().application()).isEqualTo(early.id());
        assertThat(queue.before(queue.of(late.id()).orElseThrow())).isEqualTo(2);
        giveOut.giveOut(centre);

        assertThat(start(early)).isBefore(start(middle));
        assertThat(start(middle)).isBefore(start(late));
        assertThat(start(early)).isAfterOrEqualTo(clock.instant().plus(GiveOut.LEAD));
        assertThat(jdbc.sql("select kind from notice where person = ?")
                        .param(early.person().value())
                        .query(String.class)
                        .list())
                .containsExactly("VISIT_OFFERED");
    }

    @Test
    void among_those_of_one_day_a_draw_decides_that_asking_again_does_not_change() {
        var centre = queueing(1);
        var people = IntStream.range(0, 8).mapToObj(_ -> filed(5)).toList();
        people.forEach(each -> ask(each, centre));
        var drawn = people.stream()
                .map(each -> queue.of(each.id()).orElseThrow().lot())
                .toList();

        for (var each : people) {
            asking.leave(each.id());
            ask(each, centre);
        }

        assertThat(drawn).doesNotHaveDuplicates();
        assertThat(people.stream().map(each -> queue.of(each.id()).orElseThrow().lot()))
                .containsExactlyElementsOf(drawn);
    }

    @Test
    void only_who_waits_for_a_visit_may_ask() {
        var centre = queueing(1);

        assertThat(asking.ask(some.draft().id(), centre, Set.of())).isEqualTo(Asked.NOT_BOOKABLE);
        var small = centres.with(1, "12:00", "12:10");
        assertThat(asking.ask(some.submitted().id(), small, Set.of())).isEqualTo(Asked.TOO_LONG);
    }

    @Test
    void an_application_does_not_lapse_while_its_person_waits() {
        var centre = queueing(1);
        var layla = some.submitted();
        transaction.executeWithoutResult(_ -> deadlines.visitIsChosen(layla.id(), clock.instant()));

        ask(layla, centre);
        assertThat(deadlines.of(layla.id(), Deadlines.Kind.VISIT)).isEmpty();

        asking.leave(layla.id());
        assertThat(deadlines.of(layla.id(), Deadlines.Kind.VISIT)).isPresent();
        assertThat(queue.of(layla.id())).isEmpty();
    }

    @Test
    void an_offer_is_accepted_once_and_by_nobody_else() {
        var centre = queueing(1);
        var layla = offered(centre);
        var offer = offers.openOf(layla.id()).orElseThrow();
        var stranger = some.submitted();

        assertThat(answering.accept(stranger.id(), offer.id())).isEqualTo(new NotTheirs());
        assertThat(answering.decline(stranger.id(), offer.id())).isEqualTo(new NotTheirs());
        assertThat(answering.accept(layla.id(), offer.id())).isEqualTo(new Accepted());
        assertThat(answering.accept(layla.id(), offer.id())).isEqualTo(new Accepted());
        assertThat(answering.decline(layla.id(), offer.id())).isEqualTo(new Over());

        assertThat(jdbc.sql("select count(*) from booking where application = ?")
                        .param(layla.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(bookings.openOf(layla.id()).orElseThrow().startsAt()).isEqualTo(offer.startsAt());
        assertThat(bookings.openOf(stranger.id())).isEmpty();
    }

    @Test
    void after_its_end_an_offer_is_nobodys_and_goes_to_the_next() {
        var centre = queueing(1);
        var layla = offered(centre);
        var offer = offers.openOf(layla.id()).orElseThrow();
        end(offer);

        assertThat(answering.accept(layla.id(), offer.id())).isEqualTo(new Over());
        giveOut.passOn();
        var next = filed(1);
        ask(next, centre);
        giveOut.giveOut(centre);

        assertThat(start(next)).isEqualTo(offer.startsAt());
        assertThat(queue.of(layla.id()).orElseThrow().state()).isEqualTo(VisitQueue.State.WAITING);
        assertThat(offers.openOf(layla.id())).as("not asked again at once").isEmpty();
    }

    @Test
    void whoever_is_silent_three_times_asks_no_longer_and_may_ask_again() {
        var centre = queueing(1);
        var layla = offered(centre);
        for (var time = 0; time < 3; time++) {
            end(offers.openOf(layla.id()).orElseThrow());
            giveOut.passOn();
            jdbc.sql("update visit_request set not_before = now() - interval '1 day' where application = ?")
                    .param(layla.id().value())
                    .update();
            giveOut.giveOut(centre);
        }

        assertThat(queue.of(layla.id())).isEmpty();
        assertThat(deadlines.of(layla.id(), Deadlines.Kind.VISIT)).isPresent();
        ask(layla, centre);
        assertThat(queue.of(layla.id())).isPresent();
    }

    @Test
    void servers_that_give_out_at_once_give_each_person_one_time_and_each_time_once() throws Exception {
        var centre = queueing(2);
        var people = IntStream.range(0, 30).mapToObj(_ -> filed(3)).toList();
        people.forEach(each -> ask(each, centre));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rounds = IntStream.range(0, 6)
                    .mapToObj(_ -> (Callable<Boolean>) () -> {
                        giveOut.giveOut(centre);
                        return true;
                    })
                    .toList();
            for (var done : threads.invokeAll(rounds)) done.get();
        }
        giveOut.giveOut(centre);

        var held = people.stream()
                .map(each -> offers.openOf(each.id()).orElseThrow())
                .toList();
        assertThat(held.stream().map(Offer::appointment)).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select count(*) from visit_offer where centre = ?")
                        .param(centre.id().value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(30);
    }

    @Test
    void of_two_who_press_yes_and_no_at_once_one_is_heard() throws Exception {
        var centre = queueing(1);
        var layla = offered(centre);
        var offer = offers.openOf(layla.id()).orElseThrow();

        List<OfferResult> results;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = new ArrayList<Callable<OfferResult>>();
            for (var i = 0; i < 4; i++) {
                both.add(() -> answering.accept(layla.id(), offer.id()));
                both.add(() -> answering.decline(layla.id(), offer.id()));
            }
            results = threads.invokeAll(both).stream()
                    .map(done -> done.resultNow())
                    .toList();
        }

        var kinds = new HashSet<>(results);
        var accepted = kinds.contains(new Accepted());
        var declined = kinds.contains(new OfferResult.Declined());
        assertThat(accepted).isNotEqualTo(declined);
        assertThat(bookings.openOf(layla.id()).isPresent()).isEqualTo(accepted);
        assertThat(appointments.find(offer.appointment()).isPresent()).isEqualTo(accepted);
    }

    @Test
    void people_are_told_about_how_many_are_before_them_and_when_their_turn_may_come() {
        var centre = queueing(1);
        for (var i = 0; i < 23; i++) ask(filed(30), centre);
        var layla = filed(1);
        ask(layla, centre);

        var turn = expectation.of(queue.of(layla.id()).orElseThrow(), centre);

        assertThat(turn.before()).as("23, told in tens").isEqualTo(30);
        assertThat(turn.week().getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void a_time_freed_at_smallnotice_is_offered_to_who_can_come() {
        var centre = centres.with(1);
        var layla = some.submitted();
        reservation.book(layla.id(), centre, centres.noon(centre, 20));

        assertThat(asking.standBy(layla.id(), centre)).isEqualTo(Asked.DONE);
        callStandbys.call(centre);

        var offer = offers.openOf(layla.id()).orElseThrow();
        assertThat(offer.cause()).isEqualTo(Offer.Cause.STANDBY);
        assertThat(offer.startsAt()).isBefore(clock.instant().plus(GiveOut.LEAD));
        assertThat(answering.accept(layla.id(), offer.id())).isEqualTo(new Accepted());
        assertThat(bookings.openOf(layla.id()).orElseThrow().startsAt()).isEqualTo(offer.startsAt());
        assertThat(standbys.of(layla.id())).isEmpty();
        assertThat(reservation.book(some.submitted().id(), centre, centres.noon(centre, 20)))
                .as("the old time is free")
                .isInstanceOf(Booked.class);
    }

    @Test
    void whoever_says_no_to_a_sooner_time_keeps_what_they_have() {
        var centre = centres.with(1);
        var layla = some.submitted();
        var start = centres.noon(centre, 20);
        reservation.book(layla.id(), centre, start);
        asking.standBy(layla.id(), centre);
        callStandbys.call(centre);

        answering.decline(layla.id(), offers.openOf(layla.id()).orElseThrow().id());
        callStandbys.call(centre);

        assertThat(bookings.openOf(layla.id()).orElseThrow().startsAt()).isEqualTo(start);
        assertThat(offers.openOf(layla.id())).as("not asked again at once").isEmpty();
        asking.noStandBy(layla.id());
        assertThat(standbys.of(layla.id())).isEmpty();
    }

    @Test
    void a_draft_or_a_person_at_the_counter_cannot_stand_by() {
        var centre = centres.with(1);

        assertThat(asking.standBy(some.draft().id(), centre)).isEqualTo(Asked.NOT_BOOKABLE);
    }

    private Centre queueing(int counters) {
        var centre = centres.with(counters);
        transaction.executeWithoutResult(_ -> queue.turn(centre.id(), true));
        return centre;
    }

    /// With nobody else in the queue.
    private Application offered(Centre centre) {
        var application = filed(10);
        ask(application, centre);
        giveOut.giveOut(centre);
        assertThat(offers.openOf(application.id())).isPresent();
        return application;
    }

    private Application filed(int daysAgo) {
        var application = some.submitted();
        jdbc.sql("update application set filed_at = filed_at - make_interval(days => ?) where id = ?")
                .params(daysAgo, application.id().value())
                .update();
        return applications.find(application.id()).orElseThrow();
    }

    private void ask(Application application, Centre centre) {
        assertThat(asking.ask(application.id(), centre, Set.of())).isEqualTo(Asked.DONE);
    }

    private Instant start(Application application) {
        return offers.openOf(application.id()).orElseThrow().startsAt();
    }

    private void end(Offer offer) {
        jdbc.sql("update visit_offer set until = now() - interval '1 minute' where id = ?")
                .param(offer.id().value())
                .update();
    }

    private void judge(Centre centre) {
        transaction.executeWithoutResult(_ -> scarcity.judge(centre));
    }

    /// One a day.
    private List<Application> fill(Centre centre, int days) {
        var taken = new ArrayList<Application>();
        for (var day = 1; day <= 60 && taken.size() < days; day++) {
            var start = centres.noon(centre, day);
            if (start.isBefore(clock.instant().plus(Duration.ofHours(2)))) continue;
            var application = some.submitted();
            assertThat(reservation.book(application.id(), centre, start)).isInstanceOf(Booked.class);
            taken.add(application);
        }
        assertThat(applications.find(taken.getFirst().id()).orElseThrow().stage())
                .isEqualTo(Stage.BOOKED);
        return taken;
    }
}
