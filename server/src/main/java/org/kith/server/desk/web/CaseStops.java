package org.kith.server.desk.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.kith.server.decision.Stop;
import org.kith.server.decision.Stops;
import org.kith.server.decision.Subject;
import org.springframework.stereotype.Component;

/// Says in words for officers whether a court has stopped a case.
@Component
class CaseStops {
    private final Stops stops;
    private final CaseViews views;
    private final Clock clock;

    CaseStops(Stops stops, CaseViews views, Clock clock) {
        this.stops = stops;
        this.views = views;
        this.clock = clock;
    }

    CaseStopView of(Subject subject) {
        return stops.open(subject)
                .map(this::view)
                .orElseGet(() -> new CaseStopView(address(subject), null, null, "", null, null));
    }

    private CaseStopView view(Stop stop) {
        var since = stop.standsSince();
        var hidden = !stop.isVisible(clock.instant()) && stop.visibleFrom().isAfter(clock.instant());
        return new CaseStopView(
                address(stop.subject()),
                stop,
                stops.words(stop).orElse(null),
                views.name(stop.first()),
                since == null ? null : day(since),
                hidden ? day(stop.visibleFrom()) : null);
    }

    static String address(Subject subject) {
        return "/desk/stops/" + subject.kind().name().toLowerCase(Locale.ROOT) + "/" + subject.id();
    }

    static String room(Subject subject) {
        return switch (subject.kind()) {
            case APPLICATION -> "/desk/cases/" + subject.id();
            case CARD -> "/desk/cards/" + subject.id();
        };
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
