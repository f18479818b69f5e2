package org.kith.server.centre.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.centre.Booking;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Reservation;
import org.kith.server.centre.Slots;
import org.kith.server.centre.Wall;
import org.kith.server.programme.Programme;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// An applicant's visit to a centre: where, and changing one's mind.
@Controller
class VisitController {
    private final Applications applications;
    private final Centres centres;
    private final Bookings bookings;
    private final Slots slots;
    private final Reservation reservation;
    private final Programme programme;
    private final Clock clock;

    VisitController(
            Applications applications,
            Centres centres,
            Bookings bookings,
            Slots slots,
            Reservation reservation,
            Programme programme,
            Clock clock) {
        this.applications = applications;
        this.centres = centres;
        this.bookings = bookings;
        this.slots = slots;
        this.reservation = reservation;
        this.programme = programme;
        this.clock = clock;
    }

    @GetMapping("/visit")
    ModelAndView visit(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var application = applications.openOf(person.person());
        var booking = application.flatMap(each -> bookings.openOf(each.id()));
        if (booking.isPresent()) return booked(application.orElseThrow(), booking.get(), language);

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
        var page = new CancelPage(centre.town(), wall.wholeDay(wall.date(start)), wall.time(start), wall.offset(start));
        return new ModelAndView("centre/cancel", "page", page);
    }

    @PostMapping("/visit/cancel")
    String cancel(@AuthenticationPrincipal SignedInPerson person) {
        applications.openOf(person.person()).ifPresent(application -> reservation.cancel(application.id()));
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
                !reservation.isTooLate(booking));
        return new ModelAndView("centre/booked", "page", page);
    }

    private ModelAndView choice(Optional<Application> application, Locale language) {
        if (application.filter(VisitController::mayBook).isEmpty()) return new ModelAndView("redirect:/home");

        var choices =
                centres.open().stream().map(centre -> choice(centre, language)).toList();
        var page = new CentresPage(choices, application.get().stage() == Stage.BOOKED);
        return new ModelAndView("centre/centres", "page", page);
    }

    private CentresPage.Choice choice(Centre centre, Locale language) {
        var wall = new Wall(centre.hours().zone(), language);
        var view = CentreView.of(centre, programme, language);
        return slots.next(centre, clock.instant(), 1).stream()
                .map(slot -> new CentresPage.Choice(view, wall.day(wall.date(slot.start())), wall.time(slot.start())))
                .findFirst()
                .orElse(new CentresPage.Choice(view, null, null));
    }

    static boolean mayBook(Application application) {
        return application.stage() == Stage.SUBMITTED || application.stage() == Stage.BOOKED;
    }
}
