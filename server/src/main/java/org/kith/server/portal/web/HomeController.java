package org.kith.server.portal.web;

import java.time.ZoneOffset;
import java.util.Locale;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.centre.Visits;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.Verdict;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where a person comes in: to begin, to go on with a draft, or to see how far the application is.
@Controller
class HomeController {
    private final Applications applications;
    private final Decisions decisions;
    private final HomeTasks tasks;
    private final WayToCard way;
    private final Visits visits;

    HomeController(Applications applications, Decisions decisions, HomeTasks tasks, WayToCard way, Visits visits) {
        this.applications = applications;
        this.decisions = decisions;
        this.tasks = tasks;
        this.way = way;
        this.visits = visits;
    }

    @GetMapping("/home")
    ModelAndView home(
            @RequestParam(defaultValue = "no") String carry,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var application = applications.openOf(person.person());
        if (application.isEmpty())
            return new ModelAndView("portal/begin", "page", new BeginPage(carry.equals("yes"), wasRefused(person)));
        if (application.get().stage() == Stage.DRAFT) return new ModelAndView("redirect:/apply");

        return new ModelAndView("portal/home", "page", page(application.get(), language));
    }

    private boolean wasRefused(SignedInPerson person) {
        return decisions.of(person.person()).stream().anyMatch(decision -> decision.verdict() == Verdict.REFUSE);
    }

    private HomePage page(Application application, Locale language) {
        return new HomePage(
                application.filedReference().orElseThrow().printed(),
                java.util.Objects.requireNonNull(application.filedAt())
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate(),
                application.stage(),
                tasks.of(application, language),
                tasks.moreTime(application),
                way.of(application),
                application.stage() != Stage.SUBMITTED
                        && application.stage() != Stage.BOOKED
                        && !visits.kinds(application).isEmpty());
    }
}
