package org.kith.server.rollout;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kith.pack.programme.Rollout.Phase;
import org.kith.server.notify.NoticeKind;
import org.kith.server.notify.Notices;
import org.kith.server.vault.CountryCode;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Tells those who waited that their country is open, in the order they came. A lot is one transaction: whoever was
/// told is off the list, whoever was not is told in the next round.
@Component
class TellWaiting {
    private static final int AT_ONCE = 100;

    private final WaitingList waiting;
    private final Countries countries;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    TellWaiting(
            WaitingList waiting, Countries countries, Notices notices, TransactionTemplate transaction, Clock clock) {
        this.waiting = waiting;
        this.countries = countries;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT30S", initialDelayString = "PT30S")
    void round() {
        for (var country : waiting.countries()) {
            if (countries.of(country).phase() != Phase.OPEN) continue;

            while (transaction.execute(_ -> tellSome(country)) == AT_ONCE) {
                // The next lot.
            }
        }
    }

    private int tellSome(CountryCode country) {
        var people = waiting.takeOff(country, AT_ONCE);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        for (var person : people) notices.tell(person, NoticeKind.COUNTRY_OPEN, today, UUID.randomUUID());
        return people.size();
    }
}
