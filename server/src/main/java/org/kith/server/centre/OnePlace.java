package org.kith.server.centre;

import java.util.List;
import java.util.stream.Collectors;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Whether a place is held already by whoever holds the passport that an application names.
@Component
class OnePlace {
    private final List<OnePerson> known;
    private final Parties parties;
    private final Bookings bookings;
    private final Offers offers;

    OnePlace(List<OnePerson> known, Parties parties, Bookings bookings, Offers offers) {
        this.known = List.copyOf(known);
        this.parties = parties;
        this.bookings = bookings;
        this.offers = offers;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean isTaken(Application application) {
        // Nobody waits for another of their accounts: a thousand who did would hold up everybody else.
        if (known.stream().anyMatch(each -> each.isBusy(application))) return true;

        // Children stand in a parent's passport.
        var family = parties.family(application).stream()
                .map(ComesAlong.Companion::application)
                .collect(Collectors.toSet());
        return known.stream()
                .flatMap(each -> each.others(application).stream())
                .filter(other -> !family.contains(other))
                .anyMatch(this::holds);
    }

    private boolean holds(ApplicationId other) {
        return bookings.openOf(other).isPresent() || offers.openOf(other).isPresent();
    }
}
