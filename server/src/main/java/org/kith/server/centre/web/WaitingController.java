package org.kith.server.centre.web;

import java.util.Locale;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.centre.Asking;
import org.kith.server.centre.Bookings;
import org.kith.server.centre.Centre;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Expectation;
import org.kith.server.centre.Standbys;
import org.kith.server.centre.VisitCalendar;
import org.kith.server.centre.VisitQueue;
import org.kith.server.centre.Wall;
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

/// Waiting to be given a time, and being ready to come at short notice.
@Controller
class WaitingController {
    private final Applications applications;
    private final Asking asking;
    private final VisitQueue queue;
    private final Standbys standbys;
    private final Expectation expectation;
    private final Bookings bookings;
    private final Centres centres;
    private final VisitParties parties;
    private final VisitCalendar calendar;
    private final Programme programme;

    WaitingController(
            Applications applications,
            Asking asking,
            VisitQueue queue,
            Standbys standbys,
            Expectation expectation,
            Bookings bookings,
            Centres centres,
            VisitParties parties,
            VisitCalendar calendar,
            Programme programme) {
        this.applications = applications;
        this.asking = asking;
        this.queue = queue;
        this.standbys = standbys;
        this.expectation = expectation;
        this.bookings = bookings;
        this.centres = centres;
        this.parties = parties;
        this.calendar = calendar;
        this.programme = programme;
    }

    @PostMapping("/visit/at/{code}/ask")
    ModelAndView ask(
            @PathVariable String code,
            @RequestParam(defaultValue = "false") boolean alone,
            @AuthenticationPrincipal SignedInPerson person) {
        var application = applications.openOf(person.person());
        if (application.isEmpty()) return new ModelAndView("redirect:/home");

        var party = parties.of(application.get(), alone);
        return switch (asking.ask(application.get().id(), open(code), party.along())) {
            case DONE, ANSWER_FIRST, NOT_BOOKABLE -> new ModelAndView("redirect:/visit");
            case TOO_LONG -> new ModelAndView("redirect:/visit/at/" + code + "?alone=true");
        };
    }

    @GetMapping("/visit/waiting")
    ModelAndView waiting(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var application = applications.openOf(person.person());
        var request = application.flatMap(each -> queue.of(each.id()));
        return request.map(each -> page(application.orElseThrow(), each, language))
                .orElseGet(() -> new ModelAndView("redirect:/visit"));
    }

    @PostMapping("/visit/waiting/leave")
    String leave(@AuthenticationPrincipal SignedInPerson person) {
        applications.openOf(person.person()).ifPresent(each -> asking.leave(each.id()));
        return "redirect:/visit";
    }

    /// At the centre of their visit, or at the one where they wait.
    @PostMapping("/visit/standby")
    String standBy(@RequestParam(defaultValue = "true") boolean ready, @AuthenticationPrincipal SignedInPerson person) {
        applications.openOf(person.person()).ifPresent(each -> {
            if (ready) standBy(each);
            else asking.noStandBy(each.id());
        });
        return "redirect:/visit";
    }

    private void standBy(Application application) {
        bookings.openOf(application.id())
                .map(booking -> booking.centre())
                .or(() -> queue.of(application.id()).map(VisitQueue.Request::centre))
                .flatMap(centres::find)
                .ifPresent(centre -> asking.standBy(application.id(), centre));
    }

    private ModelAndView page(Application application, VisitQueue.Request request, Locale language) {
        var centre = centres.find(request.centre()).orElseThrow();
        var turn = expectation.of(request, centre);
        var wall = new Wall(centre.hours().zone(), language);
        var page = new WaitingPage(
                CentreView.of(centre, programme, language),
                turn.before(),
                wall.wholeDate(turn.week()),
                request.first(),
                standbys.of(application.id()).isPresent(),
                calendar.wasGivenUp(application),
                application.filedReference().orElseThrow().printed());
        return new ModelAndView("centre/waiting", "page", page);
    }

    private Centre open(String code) {
        return centres.byCode(code)
                .filter(Centre::open)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
