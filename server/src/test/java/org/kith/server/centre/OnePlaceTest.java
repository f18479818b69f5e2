package org.kith.server.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kith.server.ServerTest;
import org.kith.server.SomeApplication;
import org.kith.server.application.Application;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// The rule of fairness: however many accounts a person makes, they gain one place (lessons.md row 23).
class OnePlaceTest extends ServerTest {
    private static final int ACCOUNTS = 1_000;

    @Autowired
    private SomeCentre centres;

    @Autowired
    private SomeApplication some;

    @Autowired
    private Reservation reservation;

    @Autowired
    private VisitQueue queue;

    @Autowired
    private Asking asking;

    @Autowired
    private GiveOut giveOut;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void closeDown() {
        centres.closeDown();
    }

    @Test
    void a_thousand_accounts_that_press_at_once_gain_one_place() throws Exception {
        var centre = centres.with(20);
        var day = centre.hours()
                .visitsOn(centres.noon(centre, 20).atZone(centre.hours().zone()).toLocalDate());
        var accounts = accounts();
        var random = new Random(23);
        var wanted =
                accounts.stream().map(_ -> day.get(random.nextInt(day.size()))).toList();

        try (var threads = Executors.newFixedThreadPool(100)) {
            var presses = IntStream.range(0, ACCOUNTS)
                    .mapToObj(i -> (Callable<BookingResult>)
                            () -> reservation.book(accounts.get(i).id(), centre, wanted.get(i)))
                    .toList();
            for (var done : threads.invokeAll(presses)) done.get();
        }

        assertThat(places(accounts)).isEqualTo(1);
    }

    @Test
    void a_thousand_accounts_in_the_queue_are_offered_one_time_and_others_theirs() {
        var centre = centres.with(1);
        transaction.executeWithoutResult(_ -> queue.turn(centre.id(), true));
        var accounts = accounts();
        accounts.forEach(each -> asking.ask(each.id(), centre, Set.of()));
        var other = some.submitted();
        asking.ask(other.id(), centre, Set.of());

        // The server's own round may be at it: then ours gives nothing out, and it is asked again.
        for (var round = 0; round < 1_200 && places(List.of(other)) == 0; round++) {
            giveOut.giveOut(centre);
            LockSupport.parkNanos(100_000_000);
        }

        assertThat(places(accounts)).isEqualTo(1);
        assertThat(places(List.of(other)))
                .as("somebody else, behind them all: %s", queue.of(other.id()))
                .isEqualTo(1);
    }

    /// Sent, complete, each with an account of its own, and all with one passport.
    private List<Application> accounts() {
        var code = new byte[32];
        new Random().nextBytes(code);
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(_ -> {
                    var application = some.submitted();
                    jdbc.sql("insert into look_up_code (code, application, person, kind) values (?, ?, ?, 'DOCUMENT')")
                            .params(
                                    code,
                                    application.id().value(),
                                    application.person().value())
                            .update();
                    return application;
                })
                .toList();
    }

    /// Visits booked and times held.
    private int places(List<Application> accounts) {
        var sql = """
            select (select count(*) from booking where application in (:ids) and state = 'BOOKED')
                 + (select count(*) from visit_offer where application in (:ids) and state = 'OPEN')
            """;
        return jdbc.sql(sql)
                .param("ids", accounts.stream().map(each -> each.id().value()).toList())
                .query(Integer.class)
                .single();
    }
}
