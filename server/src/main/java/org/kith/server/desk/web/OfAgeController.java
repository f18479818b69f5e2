package org.kith.server.desk.web;

import java.util.Locale;
import java.util.Map;
import org.kith.server.desk.RecoveryRoom;
import org.kith.server.family.GuardianConsent;
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

/// The counter where a child who is old enough is asked too, and where somebody who came of age gets a code for what a
/// guardian began. Number and passport first.
@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class OfAgeController {
    private final RecoveryRoom room;
    private final TakingOver takingOver;
    private final GuardianConsent consent;
    private final Texts texts;

    OfAgeController(RecoveryRoom room, TakingOver takingOver, GuardianConsent consent, Texts texts) {
        this.room = room;
        this.takingOver = takingOver;
        this.consent = consent;
        this.texts = texts;
    }

    @GetMapping("/desk/of-age")
    ModelAndView form() {
        return page("", "", "", false, Map.of());
    }

    @PostMapping("/desk/of-age")
    ModelAndView act(
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String lines,
            @RequestParam(defaultValue = "code") String act,
            @AuthenticationPrincipal Officer officer) {
        var registrar = officer.as(Role.REGISTRAR);
        var person = room.look(reference, lines, registrar)
                .map(found -> found.application().person());
        if (!act.equals("code")) {
            return person.filter(child -> consent.ownWord(child, act.equals("yes"), registrar))
                    .map(_ -> page("", "", "", true, Map.of()))
                    .orElseGet(() -> none(reference, lines));
        }
        return person.flatMap(grown -> takingOver.code(grown, registrar))
                .map(code -> page("", "", code, false, Map.of()))
                .orElseGet(() -> none(reference, lines));
    }

    private ModelAndView none(String reference, String lines) {
        var why = texts.text(Locale.ENGLISH, "desk.of-age.none");
        return page(reference, lines, "", false, Map.of("reference", why));
    }

    private static ModelAndView page(
            String reference, String lines, String code, boolean said, Map<String, String> errors) {
        return new ModelAndView("desk/of-age", "page", new OfAgePage(reference, lines, code, said, errors));
    }
}
