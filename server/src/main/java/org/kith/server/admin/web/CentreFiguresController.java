package org.kith.server.admin.web;

import java.util.List;
import org.kith.server.admin.web.CentreFiguresPage.Choice;
import org.kith.server.centre.Centre;
import org.kith.server.centre.CentreId;
import org.kith.server.centre.Centres;
import org.kith.server.identity.CentreFigures;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The figures of a centre. Who works at one sees that one; who works for all chooses.
@Controller
@PreAuthorize("hasAnyRole('MANAGER', 'SUPERVISOR')")
class CentreFiguresController {
    private final Centres centres;
    private final CentreFigures figures;

    CentreFiguresController(Centres centres, CentreFigures figures) {
        this.centres = centres;
        this.figures = figures;
    }

    @GetMapping("/admin/centre-figures")
    ModelAndView page(@RequestParam(defaultValue = "") String centre, @AuthenticationPrincipal Officer officer) {
        var mine = mine(officer);
        var shown = mine.stream()
                .filter(each -> centre.isEmpty() || each.code().equals(centre))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var choices = mine.stream()
                .map(each -> new Choice(each.code(), each.town(), each.equals(shown)))
                .toList();
        var own = officer.unit() != null && officer.is(Role.MANAGER);
        return new ModelAndView(
                "admin/centre-figures",
                "page",
                CentreFiguresPage.of(shown.town(), choices.size() > 1 ? choices : List.of(), figures.of(shown, own)));
    }

    private List<Centre> mine(Officer officer) {
        var unit = officer.unit();
        return unit == null
                ? centres.open()
                : centres.find(new CentreId(unit.value())).stream().toList();
    }
}
