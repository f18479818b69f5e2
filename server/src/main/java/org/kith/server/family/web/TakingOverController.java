package org.kith.server.family.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.kith.server.account.SignedInPerson;
import org.kith.server.account.web.PersonSessions;
import org.kith.server.family.TakeOverResult.Busy;
import org.kith.server.family.TakeOverResult.Done;
import org.kith.server.family.TakeOverResult.WrongCode;
import org.kith.server.family.TakingOver;
import org.kith.server.site.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where somebody who came of age takes over what a guardian began.
@Controller
class TakingOverController {
    private final TakingOver takingOver;
    private final PersonSessions sessions;

    TakingOverController(TakingOver takingOver, PersonSessions sessions) {
        this.takingOver = takingOver;
        this.sessions = sessions;
    }

    @Bean
    static OpenPaths tookOverIsOpen() {
        return OpenPaths.of("/family/taken-over");
    }

    @GetMapping("/family/take-over")
    ModelAndView form() {
        return form(Map.of());
    }

    @PostMapping("/family/take-over")
    ModelAndView takeOver(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal SignedInPerson person,
            HttpServletRequest request,
            HttpServletResponse response) {
        return switch (takingOver.takeOver(person.person(), code)) {
            case Done() -> {
                sessions.end(request, response);
                yield new ModelAndView("redirect:/family/taken-over");
            }
            case WrongCode() -> FamilyController.wrong(form(Map.of("code", "family.of-age.wrong")));
            case Busy() -> FamilyController.wrong(form(Map.of("code", "family.of-age.busy")));
        };
    }

    @GetMapping("/family/taken-over")
    ModelAndView done() {
        return new ModelAndView("family/said", "page", new SaidPage("family.of-age.done", "/home"));
    }

    private static ModelAndView form(Map<String, String> faults) {
        return new ModelAndView("family/take-over", "page", new TakeOverPage(faults));
    }
}
