package org.kith.server.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.kith.pack.eligibility.GroundTrace;
import org.kith.pack.rule.Outcome;
import org.kith.server.application.Application;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Stage;
import org.kith.server.decision.Adjudication;
import org.kith.server.decision.Casework;
import org.kith.server.desk.web.CaseQueuePage.Part;
import org.kith.server.desk.web.CaseQueuePage.Row;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.OfficerEntry;
import org.kith.server.staff.Officers;
import org.kith.server.staff.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// What waits for a caseworker.
@Controller
class CaseQueueController {
    private static final int SHOWN = 25;

    private final Applications applications;
    private final Adjudication adjudication;
    private final Casework casework;
    private final Programme programme;
    private final Officers officers;
    private final Clock clock;

    CaseQueueController(
            Applications applications,
            Adjudication adjudication,
            Casework casework,
            Programme programme,
            Officers officers,
            Clock clock) {
        this.applications = applications;
        this.adjudication = adjudication;
        this.casework = casework;
        this.programme = programme;
        this.officers = officers;
        this.clock = clock;
    }

    /// The room an officer works in first.
    @GetMapping("/desk")
    String desk(@AuthenticationPrincipal Officer officer) {
        if (officer.is(Role.REGISTRAR)) return "redirect:/desk/today";
        if (officer.is(Role.CASEWORKER)) return "redirect:/desk/cases";
        return officer.is(Role.SUPERVISOR) ? "redirect:/desk/signatures" : "redirect:/staff";
    }

    @GetMapping("/desk/cases")
    @PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
    ModelAndView queue(@AuthenticationPrincipal Officer officer) {
        var parts = List.of(
                part("case.queue.waiting", Stage.IDENTITY_CONFIRMED),
                part("case.queue.review", Stage.UNDER_REVIEW),
                part("case.queue.signature", Stage.APPROVAL_PROPOSED),
                part("case.queue.more", Stage.MORE_ASKED),
                part("case.queue.notice", Stage.REFUSAL_ANNOUNCED));
        return new ModelAndView("desk/case-queue", "page", new CaseQueuePage(parts, officer.is(Role.CASEWORKER)));
    }

    @PostMapping("/desk/cases/{id}/take")
    @PreAuthorize("hasRole('CASEWORKER')")
    ModelAndView take(@PathVariable UUID id, @AuthenticationPrincipal Officer officer) {
        return adjudication.takeUp(new ApplicationId(id), officer)
                ? new ModelAndView("redirect:/desk/cases/" + id)
                : CaseNotices.notice("case.not-waiting");
    }

    private Part part(String key, Stage stage) {
        return new Part(
                key, applications.inStage(stage, SHOWN).stream().map(this::row).toList());
    }

    private Row row(Application application) {
        var filed = LocalDate.ofInstant(Objects.requireNonNull(application.filedAt()), ZoneOffset.UTC);
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var aim = programme.version(application.pack()).programme().limits().decisionAim();
        return new Row(
                application.id().value().toString(),
                application.filedReference().orElseThrow().printed(),
                grounds(application),
                ChronoUnit.DAYS.between(filed, today),
                today.isAfter(filed.plus(aim)),
                casework.holder(application.id())
                        .flatMap(officers::find)
                        .map(OfficerEntry::name)
                        .orElse(""));
    }

    private String grounds(Application application) {
        var texts = programme.version(application.pack()).messages().in(Locale.ENGLISH.toLanguageTag());
        return adjudication.trace(application).grounds().stream()
                .filter(ground -> ground.result() == Outcome.MET)
                .map(GroundTrace::titleKey)
                .map(texts::text)
                .collect(Collectors.joining(", "));
    }
}
