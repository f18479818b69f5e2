package org.kith.server.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.audit.Looks;
import org.kith.server.centre.CentreId;
import org.kith.server.centre.Centres;
import org.kith.server.centre.Wall;
import org.kith.server.identity.CheckId;
import org.kith.server.identity.OfflineConflicts;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// What was signed offline and came too late: shown to the registrars of the centre, never written over what stands.
@Controller
@PreAuthorize("hasRole('REGISTRAR')")
class ConflictsController {
    private final OfflineConflicts conflicts;
    private final Applications applications;
    private final Centres centres;
    private final Looks looks;

    ConflictsController(OfflineConflicts conflicts, Applications applications, Centres centres, Looks looks) {
        this.conflicts = conflicts;
        this.applications = applications;
        this.centres = centres;
        this.looks = looks;
    }

    @GetMapping("/desk/conflicts")
    ModelAndView page(@AuthenticationPrincipal Officer officer) {
        var rows = Optional.ofNullable(officer.unit())
                .flatMap(unit -> centres.find(new CentreId(unit.value())))
                .map(centre -> new Wall(centre.hours().zone(), Locale.ENGLISH))
                .map(wall -> rows(officer, wall))
                .orElse(List.of());
        return new ModelAndView("desk/conflicts", "page", new ConflictsPage(rows));
    }

    @PostMapping("/desk/conflicts/{id}/seen")
    String seen(@PathVariable UUID id, @AuthenticationPrincipal Officer officer) {
        conflicts.settle(new CheckId(id), officer.as(Role.REGISTRAR));
        return "redirect:/desk/conflicts";
    }

    @PostMapping("/desk/conflicts/{id}/again")
    String again(@PathVariable UUID id, @AuthenticationPrincipal Officer officer) {
        conflicts.comeAgain(new CheckId(id), officer.as(Role.REGISTRAR));
        return "redirect:/desk/conflicts";
    }

    private List<ConflictsPage.Row> rows(Officer officer, Wall wall) {
        var unit = officer.unit();
        return unit == null
                ? List.of()
                : conflicts.open(unit.value()).stream()
                        .map(open -> row(open, wall))
                        .toList();
    }

    private ConflictsPage.Row row(OfflineConflicts.Open open, Wall wall) {
        return new ConflictsPage.Row(
                open.check().toString(),
                applications
                        .find(open.application())
                        .flatMap(application -> application.filedReference())
                        .map(Reference::printed)
                        .orElse(""),
                wall.day(wall.date(open.receivedAt())) + ", " + wall.time(open.receivedAt()),
                looks.number(open.officer()).toString(),
                open.reason());
    }
}
