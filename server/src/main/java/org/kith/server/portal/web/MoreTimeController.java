package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.UUID;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.MoreTimeResult;
import org.kith.server.application.MoreTimeResult.Given;
import org.kith.server.application.MoreTimeResult.GivenBefore;
import org.kith.server.application.MoreTimeResult.NothingRuns;
import org.kith.server.application.MoreTimeResult.TooLate;
import org.kith.server.application.MoreTimeResult.UsedUp;
import org.kith.server.application.VisitTime;
import org.kith.server.decision.DecisionId;
import org.kith.server.decision.MoreTime;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// One button for more time.
@Controller
class MoreTimeController {
    private final MoreTime answers;
    private final VisitTime visits;

    MoreTimeController(MoreTime answers, VisitTime visits) {
        this.answers = answers;
        this.visits = visits;
    }

    @PostMapping("/messages/{id}/more-time")
    ModelAndView toAnswer(
            @PathVariable UUID id,
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            @AuthenticationPrincipal SignedInPerson person) {
        return after(answers.extend(new DecisionId(id), person.person(), until), "/messages/" + id);
    }

    @PostMapping("/home/more-time")
    ModelAndView toVisit(
            @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate until,
            @AuthenticationPrincipal SignedInPerson person) {
        return after(visits.extend(person.person(), until), "/home");
    }

    private static ModelAndView after(MoreTimeResult result, String from) {
        return switch (result) {
            case Given _, GivenBefore _ -> new ModelAndView("redirect:" + from);
            case UsedUp(var times) -> notGiven(new MoreTimePage("follow.more.used-up", from, times, null));
            case TooLate(var was) -> notGiven(new MoreTimePage("follow.more.too-late", from, 0, was));
            case NothingRuns() -> notGiven(new MoreTimePage("follow.more.nothing", from, 0, null));
        };
    }

    private static ModelAndView notGiven(MoreTimePage page) {
        return new ModelAndView("portal/more-time-not", "page", page);
    }
}
