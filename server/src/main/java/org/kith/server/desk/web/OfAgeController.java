package org.kith.server.desk.web;

import java.util.Map;
import org.kith.server.desk.RecoveryRoom;
import org.kith.server.family.TakingOver;
import org.kith.server.site.Texts;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The counter where somebody who came of age gets a code for what a guardian began. Number and passport first.
@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class OfAgeController {
    private final RecoveryRoom room;
    private final TakingOver takingOver;
    private final Texts texts;

    OfAgeController(RecoveryRoom room, TakingOver takingOver, Texts texts) {
        this.room = room;
        this.takingOver = takingOver;
        this.texts = texts;
    }

    @GetMapping("/desk/of-age")
    ModelAndView form() {
        return page("", "", "", Map.of());
    }

    @PostMapping("/desk/of-age")
    ModelAndView code(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String lines,
            @AuthenticationPrincipal Officer officer) {
        var registrar = officer.as(Role.REGISTRAR);
        return room.look(reference, lines, registrar)
                .flatMap(found -> takingOver.code(found.application().person(), registrar))
                .map(code -> page("", "", code, Map.of()))
                .orElseGet(() -> page(
                        reference,
                        lines,
                        "",
                        Map.of("reference", texts.text(java.util.Locale.ENGLISH, "desk.of-age.none"))));
    }

    private static ModelAndView page(String reference, String lines, String code, Map<String, String> errors) {
        return new ModelAndView("desk/of-age", "page", new OfAgePage(reference, lines, code, errors));
    }
}
