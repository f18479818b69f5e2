package org.kith.server.centre;

import java.time.Clock;
import java.time.Duration;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Judges every while where times are scarce, and clears away what is past.
@Component
class KeepTimes {
    private static final Duration PAST = Duration.ofDays(2);

    private final Centres centres;
    private final Scarcity scarcity;
    private final Appointments appointments;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeepTimes(
            Centres centres,
            Scarcity scarcity,
            Appointments appointments,
            TransactionTemplate transaction,
            Clock clock) {
        this.centres = centres;
        this.scarcity = scarcity;
        this.appointments = appointments;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT2M", initialDelayString = "PT30S")
    void judge() {
        for (var centre : centres.open()) transaction.executeWithoutResult(_ -> scarcity.judge(centre));
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT7M")
    void tidy() {
        var before = clock.instant().minus(PAST);
        while (appointments.tidy(before) > 0) {
            // The next lot.
        }
    }
}
