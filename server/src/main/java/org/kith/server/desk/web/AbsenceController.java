package org.kith.server.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.server.decision.Absences;
import org.kith.server.desk.web.AbsencePage.Away;
import org.kith.server.desk.web.CaseWorkView.Colleague;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerEntry;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.OfficerState;
import org.kith.server.staff.Officers;
import org.kith.server.staff.Role;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Where officers say that they are away, and supervisors that somebody is.
@Controller
@PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
class AbsenceController {
    private final Absences absences;
    private final Officers officers;
    private final Clock clock;

    AbsenceController(Absences absences, Officers officers, Clock clock) {
        this.absences = absences;
        this.officers = officers;
        this.clock = clock;
    }

    @GetMapping("/desk/absence")
    ModelAndView page(@AuthenticationPrincipal Officer officer) {
        return page(officer, false);
    }

    @PostMapping("/desk/absence")
    ModelAndView declare(
            @RequestParam(required = false) @Nullable UUID officer,
            @RequestParam(defaultValue = "") String until,
            @AuthenticationPrincipal Officer by) {
        var day = day(until);
        if (!until.isBlank() && day.isEmpty()) return page(by, true);
        var whose = whose(officer, by);
        if (whose.isEmpty()) return CaseNotices.notice("case.absence.not-yours");

        absences.declare(whose.get(), day.orElse(null), by);
        return new ModelAndView("redirect:/desk/absence");
    }

    @PostMapping("/desk/absence/end")
    ModelAndView end(@RequestParam(required = false) @Nullable UUID officer, @AuthenticationPrincipal Officer by) {
        var whose = whose(officer, by);
        if (whose.isEmpty()) return CaseNotices.notice("case.absence.not-yours");

        absences.end(whose.get(), by);
        return new ModelAndView("redirect:/desk/absence");
    }

    /// Oneself, or for a supervisor anyone on the staff.
    private Optional<OfficerId> whose(@Nullable UUID named, Officer by) {
        if (named == null || named.equals(by.id().value())) return Optional.of(by.id());
        if (!by.is(Role.SUPERVISOR)) return Optional.empty();
        return officers.find(new OfficerId(named)).map(OfficerEntry::id);
    }

    private ModelAndView page(Officer officer, boolean wrongDay) {
        var away = absences.current().stream()
                .filter(each -> officer.is(Role.SUPERVISOR) || each.officer().equals(officer.id()))
                .map(each -> new Away(
                        each.officer().toString(),
                        officers.find(each.officer()).map(OfficerEntry::name).orElse(""),
                        each.until()))
                .toList();
        var self = absences.of(officer.id()).isPresent();
        var page = new AbsencePage(self, away, officer.is(Role.SUPERVISOR) ? colleagues() : List.of(), wrongDay);
        var view = new ModelAndView("desk/absence", "page", page);
        if (wrongDay) view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }

    private List<Colleague> colleagues() {
        return officers.all().stream()
                .filter(entry -> entry.state() == OfficerState.ACTIVE)
                .map(entry -> new Colleague(entry.id().toString(), entry.name()))
                .toList();
    }

    /// A day to come; of the past there is nothing to say.
    private Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> !day.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
