package org.kith.server.centre.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.centre.Booking;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centre;
import org.kith.server.centre.CentreId;
import org.kith.server.centre.Centres;
import org.kith.server.centre.FirstFree;
import org.kith.server.centre.Offers;
import org.kith.server.centre.Reservation;
import org.kith.server.centre.Standbys;
import org.kith.server.centre.VisitCalendar;
import org.kith.server.centre.VisitQueue;
import org.kith.server.centre.Visits;
import org.kith.server.centre.Wall;
import org.kith.server.programme.Programme;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// An applicant's visit to a centre: where, and changing one's mind.
@Controller
class VisitController {
    private final Applications applications;
    private final Centres centres;
    private final Bookings bookings;
    private final FirstFree firstFree;
    private final Offers offers;
    private final VisitQueue queue;
    private final Standbys standbys;
    private final VisitParties visitParties;
    private final VisitCalendar calendar;
    private final Reservation reservation;
    private final Visits visits;
    private final Programme programme;

    VisitController(
            Applications applications,
            Centres centres,
            Bookings bookings,
            FirstFree firstFree,
            Offers offers,
            VisitQueue queue,
            Standbys standbys,
            VisitParties visitParties,
            VisitCalendar calendar,
            Reservation reservation,
            Visits visits,
            Programme programme) {
        this.applications = applications;
        this.centres = centres;
        this.bookings = bookings;
        this.firstFree = firstFree;
        this.offers = offers;
        this.queue = queue;
        this.standbys = standbys;
        this.visitParties = visitParties;
        this.calendar = calendar;
        this.reservation = reservation;
        this.visits = visits;
        this.programme = programme;
    }

    @GetMapping("/visit")
    ModelAndView visit(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var application = applications.openOf(person.person());
        var booking = application.flatMap(each -> bookings.openOf(each.id()));
        if (booking.isPresent()) return booked(application.orElseThrow(), booking.get(), language);
        if (application.flatMap(each -> offers.openOf(each.id())).isPresent())
            return new ModelAndView("redirect:/visit/offer");
        if (application.flatMap(each -> queue.of(each.id())).isPresent())
            return new ModelAndView("redirect:/visit/waiting");

        return choice(application, language);
    }

    @GetMapping("/visit/centres")
    ModelAndView centres(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        return choice(applications.openOf(person.person()), language);
    }

    @GetMapping("/visit/cancel")
    ModelAndView askToCancel(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var booking = applications.openOf(person.person()).flatMap(each -> bookings.openOf(each.id()));
        if (booking.isEmpty() || reservation.isTooLate(booking.get())) return new ModelAndView("redirect:/visit");

        var centre = centres.find(booking.get().centre()).orElseThrow();
        var wall = new Wall(centre.hours().zone(), language);
        var start = booking.get().startsAt();
        var along = reservation.alongNow(booking.get().application());
        var page = new CancelPage(
                centre.town(),
                wall.wholeDay(wall.date(start)),
                wall.time(start),
                wall.offset(start),
                along.isEmpty() ? 0 : along.size() + 1);
        return new ModelAndView("centre/cancel", "page", page);
    }

    @PostMapping("/visit/cancel")
    String cancel(@RequestParam(defaultValue = "false") boolean all, @AuthenticationPrincipal SignedInPerson person) {
        applications.openOf(person.person()).ifPresent(application -> {
            if (all) reservation.cancelAll(application.id());
            else reservation.cancel(application.id());
        });
        return "redirect:/visit";
    }

    private ModelAndView booked(Application application, Booking booking, Locale language) {
        var centre = centres.find(booking.centre()).orElseThrow();
        var wall = new Wall(centre.hours().zone(), language);
        var page = new BookedPage(
                CentreView.of(centre, programme, language),
                wall.wholeDay(wall.date(booking.startsAt())),
                wall.time(booking.startsAt()),
                wall.offset(booking.startsAt()),
                application.filedReference().orElseThrow().printed(),
                !reservation.isTooLate(booking),
                booking.length().toMinutes(),
                visitParties.together(application),
                booking.lead(),
                calendar.of(application, language).isPresent(),
                standbys.of(application.id()).isPresent(),
                offers.openOf(application.id()).isPresent());
        return new ModelAndView("centre/booked", "page", page);
    }

    private ModelAndView choice(Optional<Application> application, Locale language) {
        if (application.flatMap(visits::kind).isEmpty()) return new ModelAndView("redirect:/home");

        var open = centres.open();
        var party = visitParties.of(application.get(), false);
        var first = firstFree.of(open, party.length());
        var given = queue.given();
        var choices = open.stream()
                .map(centre -> choice(centre, Optional.ofNullable(first.get(centre.id())), given, language))
                .toList();
        var page = new CentresPage(
                choices,
                reservation.isBooked(application.get().id()),
                party.view(),
                calendar.wasGivenUp(application.get()));
        return new ModelAndView("centre/centres", "page", page);
    }

    private CentresPage.Choice choice(Centre centre, Optional<Instant> first, Set<CentreId> given, Locale language) {
        var wall = new Wall(centre.hours().zone(), language);
        var view = CentreView.of(centre, programme, language);
        if (given.contains(centre.id())) return new CentresPage.Choice(view, null, null, true);

        return first.map(start -> new CentresPage.Choice(view, wall.day(wall.date(start)), wall.time(start), false))
                .orElse(new CentresPage.Choice(view, null, null, false));
    }
}
