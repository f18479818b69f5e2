package org.kith.server.portal.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.Application;
import org.kith.server.application.Leg;
import org.kith.server.application.Stage;
import org.kith.server.application.StepsTaken;
import org.kith.server.application.StepsTaken.Way;
import org.kith.server.application.WaitingTimes;
import org.kith.server.application.WaitingTimes.Waited;
import org.kith.server.portal.web.HomePage.Expected;
import org.kith.server.portal.web.HomePage.Part;
import org.springframework.stereotype.Component;

/// The way to the card: what is done, with its day, and when the rest may be, as far as the last thirty days tell.
@Component
class WayToCard {
    private final StepsTaken steps;
    private final WaitingTimes waiting;
    private final Clock clock;

    WayToCard(StepsTaken steps, WaitingTimes waiting, Clock clock) {
        this.steps = steps;
        this.waiting = waiting;
        this.clock = clock;
    }

    List<Part> of(Application application) {
        var way = steps.of(application.id());
        var visited = way.first(Stage.IDENTITY_CONFIRMED).orElse(null);
        var behind = behind(application.stage());
        return List.of(
                part("home.way.sent", behind > 0, application.filedAt(), new Expected.Nothing()),
                part("home.way.visit", behind > 1, visited, visit(application, behind)),
                part("follow.way.taken", behind > 2, reached(way, Stage.UNDER_REVIEW), taken(application, visited)),
                part("home.way.decision", behind > 3, reached(way, Stage.APPROVED), decision(application, visited)),
                part("home.way.card", behind > 3, reached(way, Stage.APPROVED), new Expected.Nothing()));
    }

    /// How many parts of the way are behind the person: sent, seen, taken up, decided.
    private static int behind(Stage stage) {
        return switch (stage) {
            case DRAFT, WITHDRAWN, LAPSED -> 0;
            case SUBMITTED, BOOKED -> 1;
            case IDENTITY_CONFIRMED -> 2;
            case UNDER_REVIEW,
                    MORE_ASKED,
                    REFUSAL_ANNOUNCED,
                    APPROVAL_PROPOSED,
                    REFUSAL_PROPOSED,
                    REFUSED,
                    APPEALED,
                    APPEAL_PROPOSED,
                    REFUSAL_FINAL -> 3;
            case APPROVED -> 4;
        };
    }

    private Expected visit(Application application, int behind) {
        if (behind > 1 || application.stage() == Stage.BOOKED) return new Expected.Nothing();

        return waited(Leg.VISIT, application).<Expected>map(Expected.After::new).orElseGet(Expected.NotKnown::new);
    }

    private Expected taken(Application application, @Nullable Instant visited) {
        return expected(Leg.TAKE_UP, application, visited);
    }

    private Expected decision(Application application, @Nullable Instant visited) {
        return switch (application.stage()) {
            case MORE_ASKED, REFUSAL_ANNOUNCED -> new Expected.Yours();
            case REFUSED, APPEALED, APPEAL_PROPOSED, REFUSAL_FINAL -> new Expected.Nothing();
            default -> expected(Leg.DECISION, application, visited);
        };
    }

    private Expected expected(Leg leg, Application application, @Nullable Instant visited) {
        var waited = waited(leg, application);
        if (waited.isEmpty()) return new Expected.NotKnown();
        if (visited == null) return new Expected.After(waited.get());

        var half = day(visited).plusDays(waited.get().half());
        var nine = day(visited).plusDays(waited.get().nine());
        var today = day(clock.instant());
        if (today.isAfter(nine)) return new Expected.Late(nine, waited.get());
        return today.isAfter(half)
                ? new Expected.Soon(nine, waited.get())
                : new Expected.Days(half, nine, waited.get());
    }

    private Optional<Waited> waited(Leg leg, Application application) {
        return waiting.of(leg, application.residence());
    }

    private static Part part(String key, boolean over, @Nullable Instant done, Expected expected) {
        return new Part(key, over, over ? done : null, over ? new Expected.Nothing() : expected);
    }

    private static @Nullable Instant reached(Way way, Stage stage) {
        return way.first(stage).orElse(null);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
