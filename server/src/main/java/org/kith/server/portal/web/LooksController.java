package org.kith.server.portal.web;

import org.kith.server.account.SignedInPerson;
import org.kith.server.audit.Looks;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class LooksController {
    private final Looks looks;

    LooksController(Looks looks) {
        this.looks = looks;
    }

    @GetMapping("/looks")
    ModelAndView looks(@AuthenticationPrincipal SignedInPerson person) {
        return new ModelAndView("portal/looks", "page", new LooksPage(looks.of(person.person())));
    }
}
