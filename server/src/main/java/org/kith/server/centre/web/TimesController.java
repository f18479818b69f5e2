package org.kith.server.centre.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.centre.Asking;
import org.kith.server.centre.BookingResult;
import org.kith.server.centre.BookingResult.AlreadyBooked;
import org.kith.server.centre.BookingResult.Booked;
import org.kith.server.centre.BookingResult.NotBookable;
import org.kith.server.centre.BookingResult.NotOffered;
import org.kith.server.centre.BookingResult.Queueing;
import org.kith.server.centre.BookingResult.SlotTaken;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Reservation;
import org.kith.server.centre.Slots;
import org.kith.server.centre.VisitQueue;
import org.kith.server.centre.Visits;
import org.kith.server.programme.Programme;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The free times of a centre, and taking one.
@Controller
class TimesController {
    private static final int OFFERED_INSTEAD = 6;

    private final Applications applications;
    private final Centres centres;
    private final Slots slots;
    private final Reservation reservation;
    private final Visits visits;
    private final VisitQueue queue;
    private final VisitParties visitParty;
    private final Asking asking;
    private final Programme programme;
    private final Clock clock;

    TimesController(
            Applications applications,
            Centres centres,
            Slots slots,
            Reservation reservation,
            Visits visits,
            VisitQueue queue,
            VisitParties visitParty,
            Asking asking,
            Programme programme,
            Clock clock) {
        this.applications = applications;
        this.centres = centres;
        this.slots = slots;
        this.reservation = reservation;
        this.visits = visits;
        this.queue = queue;
        this.visitParty = visitParty;
        this.asking = asking;
        this.programme = programme;
        this.clock = clock;
    }

    @GetMapping("/visit/at/{code}")
    ModelAndView times(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String week,
            @RequestParam(defaultValue = "false") boolean alone,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var application = applications.openOf(person.person());
        if (application.flatMap(visits::kind).isEmpty()) return new ModelAndView("redirect:/home");

        var centre = open(code);
        var party = visitParty.of(application.get(), alone);
        if (queue.isClosedTo(application.get(), visits.kind(application.get()).orElseThrow(), centre.id())) {
            return ask(application.get(), centre, party, language);
        }
        return times(application.get(), centre, party, week(centre, week, party, language), null, List.of());
    }

    @PostMapping("/visit/at/{code}")
    ModelAndView book(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String slot,
            @RequestParam(required = false) @Nullable String week,
            @RequestParam(defaultValue = "false") boolean moving,
            @RequestParam(defaultValue = "false") boolean alone,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var application = applications.openOf(person.person());
        if (application.flatMap(visits::kind).isEmpty()) return new ModelAndView("redirect:/home");

        var centre = open(code);
        var party = visitParty.of(application.get(), alone);
        var shown = week(centre, week, party, language);
        var start = moment(slot);
        if (start.isEmpty()) {
            return refused(times(application.get(), centre, party, shown, "visit.choose.none", List.of()), 422);
        }
        return switch (ask(application.get(), centre, party, start.get(), moving)) {
            case Booked _, AlreadyBooked _ -> new ModelAndView("redirect:/visit");
            case NotBookable _ -> new ModelAndView("redirect:/home");
            case Queueing() -> {
                // Times were taken by turn before the page was pressed; or this passport has a place already.
                asking.ask(application.get().id(), centre, party.along());
                yield new ModelAndView("redirect:/visit");
            }
            case SlotTaken() -> {
                var instead = shown.days(slots.next(centre, start.get(), OFFERED_INSTEAD, party.length()));
                yield refused(times(application.get(), centre, party, shown, "visit.choose.taken", instead), 409);
            }
            case NotOffered() ->
                refused(times(application.get(), centre, party, shown, "visit.choose.past", List.of()), 409);
        };
    }

    private BookingResult ask(Application application, Centre centre, VisitParty party, Instant start, boolean moving) {
        return moving
                ? reservation.move(application.id(), centre, start)
                : reservation.book(application.id(), centre, start, party.along());
    }

    private ModelAndView times(
            Application application,
            Centre centre,
            VisitParty party,
            Week week,
            @Nullable String trouble,
            List<TimesPage.Day> next) {
        var wall = week.wall();
        var now = clock.instant();
        var page = new TimesPage(
                CentreView.of(centre, programme, wall.language()),
                week.offset(),
                wall.time(now),
                wall.wholeDay(wall.date(now)),
                week.monday().toString(),
                week.title(),
                week.days(),
                week.earlier(),
                week.later(),
                application.filedReference().orElseThrow().printed(),
                reservation.isBooked(application.id()),
                party.view(),
                trouble,
                next);
        return new ModelAndView("centre/times", "page", page);
    }

    private static ModelAndView refused(ModelAndView page, int status) {
        page.setStatus(HttpStatus.valueOf(status));
        return page;
    }

    /// Instead of times to choose: they are given out.
    private ModelAndView ask(Application application, Centre centre, VisitParty party, Locale language) {
        var page = new AskPage(
                CentreView.of(centre, programme, language),
                party.view(),
                reservation.isBooked(application.id()),
                application.filedReference().orElseThrow().printed());
        return new ModelAndView("centre/ask", "page", page);
    }

    private Week week(Centre centre, @Nullable String asked, VisitParty party, Locale language) {
        return new Week(centre, slots, clock, language, asked, party.length());
    }

    private Centre open(String code) {
        return centres.byCode(code)
                .filter(Centre::open)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static Optional<Instant> moment(@Nullable String slot) {
        try {
            return slot == null ? Optional.empty() : Optional.of(Instant.parse(slot));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
