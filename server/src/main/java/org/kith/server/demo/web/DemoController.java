package org.kith.server.demo.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import org.kith.server.account.Accounts;
import org.kith.server.account.EmailAddress;
import org.kith.server.account.web.PersonSessions;
import org.kith.server.demo.DemoOfficer;
import org.kith.server.demo.OnlyInDemonstration;
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

/// What can be tried here, and a way in as everyone with one click.
@Controller
@OnlyInDemonstration
class DemoController {
    private final OfficerSessions officers;
    private final PersonSessions people;
    private final Accounts accounts;

    DemoController(OfficerSessions officers, PersonSessions people, Accounts accounts) {
        this.officers = officers;
        this.people = people;
        this.accounts = accounts;
    }

    @Bean
    static OpenPaths theDemonstrationIsOpen() {
        return OpenPaths.of("/demo/**");
    }

    @GetMapping("/demo")
    ModelAndView demo() {
        return new ModelAndView("demo/demo", "page", new DemoPage(List.of(DemoOfficer.values())));
    }

    @PostMapping("/demo/person")
    String signInAsPerson(
            @RequestParam String email,
            @RequestParam(defaultValue = "/home") String next,
            Locale language,
            HttpServletRequest request,
            HttpServletResponse response) {
        var address = EmailAddress.of(email).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        people.begin(request, response, accounts.open(address, language).person());
        return "redirect:" + LocalPath.of(next).map(LocalPath::value).orElse("/home");
    }

    @PostMapping("/demo/officers/{slug}")
    String signInAsOfficer(
            @PathVariable String slug,
            @RequestParam(defaultValue = "/staff") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var officer = DemoOfficer.of(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        officers.begin(request, response, officer.id());
        return "redirect:" + LocalPath.of(next).map(LocalPath::value).orElse("/staff");
    }
}
