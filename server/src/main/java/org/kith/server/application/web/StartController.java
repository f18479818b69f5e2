package org.kith.server.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.Answers;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Drafting;
import org.kith.server.application.PassingAnswers;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Starts a draft, with the answers of the eligibility check if the person wants that.
@Controller
class StartController {
    private final Drafting drafting;
    private final PassingAnswers passing;

    StartController(Drafting drafting, PassingAnswers passing) {
        this.drafting = drafting;
        this.passing = passing;
    }

    @PostMapping("/apply/start")
    ModelAndView start(
            @RequestParam(defaultValue = "no") String carry,
            @CookieValue(name = PassingTicket.COOKIE, required = false) @Nullable String ticket,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response) {
        var carried = carry.equals("yes") && ticket != null ? passing.of(ticket) : Answers.NONE;
        drafting.start(person.person(), carried);
        if (ticket != null) {
            passing.forget(ticket);
            response.addCookie(PassingTicket.cookie("", 0, request));
        }
        return new ModelAndView("redirect:/apply");
    }
}
