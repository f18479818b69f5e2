package org.kith.server.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import org.kith.server.account.Accounts;
import org.kith.server.account.EmailAddress;
import org.kith.server.account.Way;
import org.kith.server.account.web.PersonSessions;
import org.kith.server.centre.Centre;
import org.kith.server.demo.DemoCentres;
import org.kith.server.demo.DemoClock;
import org.kith.server.demo.DemoOfficer;
import org.kith.server.demo.DemoPeople;
import org.kith.server.demo.DemoStep;
import org.kith.server.demo.OnlyInDemonstration;
import org.kith.server.demo.web.DemoPage.Seat;
import org.kith.server.site.LocalPath;
import org.kith.server.site.OpenPaths;
import org.kith.server.staff.web.OfficerSessions;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// What can be tried here, a way in as everyone with one click, and the clock.
@Controller
@OnlyInDemonstration
class DemoController {
    private final OfficerSessions officers;
    private final PersonSessions people;
    private final Accounts accounts;
    private final DemoCentres centres;
    private final DemoClock clock;

    DemoController(
            OfficerSessions officers, PersonSessions people, Accounts accounts, DemoCentres centres, DemoClock clock) {
        this.officers = officers;
        this.people = people;
        this.accounts = accounts;
        this.centres = centres;
        this.clock = clock;
    }

    @Bean
    static OpenPaths theDemonstrationIsOpen() {
        return OpenPaths.of("/demo", "/demo/**");
    }

    @GetMapping("/demo")
    ModelAndView demo() {
        return page(false);
    }

    @PostMapping("/demo/person")
    ModelAndView signInAsPerson(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "/home") String next,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        var address = EmailAddress.of(email);
        if (address.isEmpty()) return page(true);

        people.begin(request, response, accounts.open(address.get(), language).person(), Way.LINK);
        return goTo(next, "/home");
    }

    @PostMapping("/demo/officers/{slug}")
    ModelAndView signInAsOfficer(
            @PathVariable String slug,
            @RequestParam(defaultValue = "/staff") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var officer = DemoOfficer.of(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        officers.begin(request, response, officer.id());
        return goTo(next, "/staff");
    }

    @PostMapping("/demo/clock")
    String advance(@RequestParam DemoStep step) {
        clock.advance(step);
        return "redirect:/demo#clock";
    }

    private ModelAndView page(boolean noAddress) {
        var seats = Arrays.stream(DemoOfficer.values())
                .map(officer ->
                        new Seat(officer, centres.of(officer).map(Centre::town).orElse("")))
                .toList();
        return new ModelAndView(
                "demo/demo", "page", new DemoPage(DemoPeople.ANA.value(), clock.now(), noAddress, seats));
    }

    private static ModelAndView goTo(String wanted, String otherwise) {
        return new ModelAndView(
                "redirect:" + LocalPath.of(wanted).map(LocalPath::value).orElse(otherwise));
    }
}
