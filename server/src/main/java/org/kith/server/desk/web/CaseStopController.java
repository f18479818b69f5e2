package org.kith.server.desk.web;

import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kith.server.application.ApplicationId;
import org.kith.server.application.Applications;
import org.kith.server.application.Reference;
import org.kith.server.card.CardId;
import org.kith.server.card.Cards;
import org.kith.server.decision.Stop;
import org.kith.server.decision.StopResult;
import org.kith.server.decision.StopResult.Done;
import org.kith.server.decision.StopResult.HiddenTooLong;
import org.kith.server.decision.StopResult.NotNow;
import org.kith.server.decision.StopResult.Proposed;
import org.kith.server.decision.StopResult.SameOfficer;
import org.kith.server.decision.StopResult.SupervisorNeeded;
import org.kith.server.decision.Stopping;
import org.kith.server.decision.Stops;
import org.kith.server.decision.Subject;
import org.kith.server.programme.Programme;
import org.kith.server.staff.Officer;
import org.kith.server.staff.Role;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Puts a court's stop on a case, and lifts it.
@Controller
@PreAuthorize("hasAnyRole('CASEWORKER', 'SUPERVISOR')")
class CaseStopController {
    private final Stopping stopping;
    private final Stops stops;
    private final CaseStops views;
    private final Applications applications;
    private final Cards cards;
    private final Programme programme;
    private final CaseLanguages languages;

    CaseStopController(
            Stopping stopping,
            Stops stops,
            CaseStops views,
            Applications applications,
            Cards cards,
            Programme programme,
            CaseLanguages languages) {
        this.stopping = stopping;
        this.stops = stops;
        this.views = views;
        this.applications = applications;
        this.cards = cards;
        this.programme = programme;
        this.languages = languages;
    }

    @GetMapping("/desk/stops/{kind}/{id}")
    ModelAndView stop(
            @PathVariable String kind,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        return about(kind, id)
                .map(about -> isOpen(about, session)
                        ? page(about, officer, StopForm.EMPTY, "", Map.of())
                        : redirect(about.subject()))
                .orElseGet(CaseNotices::missing);
    }

    @PostMapping("/desk/stops/{kind}/{id}")
    ModelAndView put(
            @PathVariable String kind,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String authority,
            @RequestParam(defaultValue = "") String reference,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String hidden,
            @RequestParam(defaultValue = "en") String language,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var about = about(kind, id);
        if (about.isEmpty()) return CaseNotices.missing();
        if (!isOpen(about.get(), session)) return redirect(about.get().subject());
        var form = new StopForm(authority, reference, reason, hidden, language);
        var faults = form.faults();
        if (!faults.isEmpty()) return page(about.get(), officer, form, "", faults);

        var result = stopping.put(about.get().subject(), form.words(), form.days(), officer);
        return result instanceof HiddenTooLong
                ? page(about.get(), officer, form, "", Map.of("hidden", "case.stop.fault.hidden-long"))
                : after(result);
    }

    @PostMapping("/desk/stops/{id}/lift")
    ModelAndView lift(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String why,
            @AuthenticationPrincipal Officer officer,
            HttpSession session) {
        var stop = stops.find(new Stop.Id(id));
        if (stop.isEmpty()) return CaseNotices.missing();
        var about = about(stop.get().subject());
        if (about.isEmpty() || !isOpen(about.get(), session))
            return redirect(stop.get().subject());
        var faults = new LinkedHashMap<String, String>();
        StopForm.check(faults, "why", why, 4_000);
        if (!faults.isEmpty()) return page(about.get(), officer, StopForm.EMPTY, why, faults);

        return after(stopping.lift(new Stop.Id(id), StopForm.safe(why), officer));
    }

    @PostMapping("/desk/stops/{id}/sign")
    ModelAndView sign(@PathVariable UUID id, @AuthenticationPrincipal Officer officer, HttpSession session) {
        return waiting(id, session).orElseGet(() -> after(stopping.sign(new Stop.Id(id), officer)));
    }

    @PostMapping("/desk/stops/{id}/return")
    ModelAndView giveBack(@PathVariable UUID id, @AuthenticationPrincipal Officer officer, HttpSession session) {
        return waiting(id, session).orElseGet(() -> after(stopping.giveBack(new Stop.Id(id), officer)));
    }

    /// A page instead, where nobody may sign: there is none, or they have not opened the case.
    private Optional<ModelAndView> waiting(UUID id, HttpSession session) {
        var stop = stops.find(new Stop.Id(id));
        if (stop.isEmpty()) return Optional.of(CaseNotices.missing());
        var subject = stop.get().subject();
        return CasePurposes.of(session, subject.id()).isPresent() ? Optional.empty() : Optional.of(redirect(subject));
    }

    private static ModelAndView after(StopResult result) {
        return switch (result) {
            case Done(var stop) -> redirect(stop.subject());
            case Proposed(var stop) -> redirect(stop.subject());
            case SupervisorNeeded() -> CaseNotices.notice("case.stop.supervisor");
            case SameOfficer() -> CaseNotices.notice("case.stop.same");
            case HiddenTooLong _, NotNow _ -> CaseNotices.notice("case.stop.not-now");
        };
    }

    private ModelAndView page(About about, Officer officer, StopForm form, String why, Map<String, String> errors) {
        var view = views.of(about.subject());
        var stop = view.stop();
        var waits = view.isProposed() || view.isToBeLifted();
        var own = waits && stop != null && stop.first().equals(officer.id());
        var hiding = !programme
                .version(about.pack())
                .programme()
                .measures()
                .hiddenAtMost()
                .isZero();
        return new ModelAndView(
                "desk/stop",
                "page",
                new StopPage(
                        about.number(),
                        CaseStops.room(about.subject()),
                        view,
                        own,
                        waits && !own && officer.is(Role.SUPERVISOR),
                        hiding,
                        languages.of(officer),
                        form,
                        why,
                        errors));
    }

    /// What a stop is put on.
    private record About(Subject subject, String number, String pack) {}

    private Optional<About> about(String kind, UUID id) {
        return switch (kind) {
            case "application" -> about(new Subject(Subject.Kind.APPLICATION, id));
            case "card" -> about(new Subject(Subject.Kind.CARD, id));
            default -> Optional.empty();
        };
    }

    private Optional<About> about(Subject subject) {
        return switch (subject.kind()) {
            case APPLICATION ->
                applications
                        .find(new ApplicationId(subject.id()))
                        .flatMap(application -> application
                                .filedReference()
                                .map(Reference::printed)
                                .map(number -> new About(subject, number, application.pack())));
            case CARD ->
                cards.find(new CardId(subject.id())).map(card -> new About(subject, number(card), card.pack()));
        };
    }

    private String number(org.kith.server.card.Card card) {
        return card.number()
                .printed(programme.version(card.pack()).programme().card().numberPrefix());
    }

    private static boolean isOpen(About about, HttpSession session) {
        return CasePurposes.of(session, about.subject().id()).isPresent();
    }

    private static ModelAndView redirect(Subject subject) {
        return new ModelAndView("redirect:" + CaseStops.room(subject));
    }
}
