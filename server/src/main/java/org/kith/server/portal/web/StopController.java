package org.kith.server.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.kith.server.account.SignedInPerson;
import org.kith.server.decision.Stop;
import org.kith.server.decision.Stops;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Tells a person that a court has stopped their case, once they may know.
@Controller
class StopController {
    private final Stops stops;
    private final Clock clock;

    StopController(Stops stops, Clock clock) {
        this.stops = stops;
        this.clock = clock;
    }

    /// One of another person, or one that may not be told of yet, looks like none at all.
    @GetMapping("/messages/stops/{id}")
    ModelAndView stop(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        var page = stops.find(new Stop.Id(id))
                .filter(stop -> stop.person().equals(person.person()) && stop.isVisible(clock.instant()))
                .flatMap(stop -> stops.words(stop).map(words -> page(stop, words)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("portal/stop", "page", page);
    }

    private static StopPage page(Stop stop, Stop.Words words) {
        var since = stop.standsSince();
        var lifted = stop.liftedAt();
        return new StopPage(words, day(since == null ? stop.madeAt() : since), lifted == null ? null : day(lifted));
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
