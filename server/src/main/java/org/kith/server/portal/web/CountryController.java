package org.kith.server.portal.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.pack.programme.Rollout.Phase;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Deadlines;
import org.kith.server.application.Deadlines.Kind;
import org.kith.server.application.DraftAnswers;
import org.kith.server.application.Residence;
import org.kith.server.application.Stage;
import org.kith.server.programme.Programme;
import org.kith.server.rollout.Admission;
import org.kith.server.rollout.AdmissionResult;
import org.kith.server.rollout.AdmissionResult.Admitted;
import org.kith.server.rollout.AdmissionResult.FullToday;
import org.kith.server.rollout.AdmissionResult.NotOpen;
import org.kith.server.rollout.Invitations;
import org.kith.server.rollout.RedeemResult.Invited;
import org.kith.server.rollout.RedeemResult.NotValid;
import org.kith.server.rollout.RedeemResult.TooMany;
import org.kith.server.rollout.WaitingList;
import org.kith.server.vault.CountryCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What a person can do whose country is not open to them now: wait, or use an invitation.
@Controller
class CountryController {
    private final Applications applications;
    private final DraftAnswers answers;
    private final Residence residence;
    private final Admission admission;
    private final Invitations invitations;
    private final WaitingList waiting;
    private final Deadlines deadlines;
    private final Programme programme;

    CountryController(
            Applications applications,
            DraftAnswers answers,
            Residence residence,
            Admission admission,
            Invitations invitations,
            WaitingList waiting,
            Deadlines deadlines,
            Programme programme) {
        this.applications = applications;
        this.answers = answers;
        this.residence = residence;
        this.admission = admission;
        this.invitations = invitations;
        this.waiting = waiting;
        this.deadlines = deadlines;
        this.programme = programme;
    }

    @GetMapping("/country")
    ModelAndView country(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        return shown(person, language, "");
    }

    @PostMapping("/country/join")
    ModelAndView join(@AuthenticationPrincipal SignedInPerson person) {
        draft(person)
                .map(this::country)
                .filter(country -> admission.look(person.person(), country) instanceof NotOpen)
                .ifPresent(country -> waiting.join(person.person(), country));
        return new ModelAndView("redirect:/country");
    }

    @PostMapping("/country/leave")
    ModelAndView leave(@AuthenticationPrincipal SignedInPerson person) {
        waiting.leave(person.person());
        return new ModelAndView("redirect:/country");
    }

    @PostMapping("/country/code")
    ModelAndView code(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var draft = draft(person);
        if (draft.isEmpty()) return new ModelAndView("redirect:/home");

        return switch (invitations.redeem(code, person.person(), country(draft.get()))) {
            case Invited() -> new ModelAndView("redirect:/apply");
            case NotValid() -> shown(person, language, "rollout.code.not-valid");
            case TooMany() -> shown(person, language, "rollout.code.too-many");
        };
    }

    /// The key of the texts for how a country stands; null where nothing is in the way.
    static @Nullable String key(AdmissionResult standing) {
        return switch (standing) {
            case Admitted() -> null;
            case FullToday() -> "rollout.full";
            case NotOpen(var phase) ->
                "rollout." + phase.name().toLowerCase(Locale.ROOT).replace('_', '-');
        };
    }

    private ModelAndView shown(SignedInPerson person, Locale language, String fault) {
        var draft = draft(person);
        if (draft.isEmpty()) return new ModelAndView("redirect:/home");
        var country = country(draft.get());
        var standing = admission.look(person.person(), country);
        var key = key(standing);
        if (country.equals(CountryCode.UNKNOWN) || key == null) return new ModelAndView("redirect:/apply");

        var pack = programme.current();
        var page = new CountryPage(
                key,
                pack.questions().countries().name(country.value(), programme.texts(language)),
                standing instanceof NotOpen(var phase) && phase == Phase.BY_INVITATION,
                waiting.of(person.person()).filter(country::equals).isPresent(),
                standing instanceof NotOpen,
                fault,
                kept(draft.get()));
        return new ModelAndView("portal/country", "page", page);
    }

    private @Nullable LocalDate kept(Application draft) {
        var kept = programme.version(draft.pack()).programme().limits().draftKept();
        return deadlines
                .of(draft.id(), Kind.DRAFT)
                .map(deadline -> LocalDate.ofInstant(deadline.due(kept), ZoneOffset.UTC))
                .orElse(null);
    }

    private CountryCode country(Application draft) {
        return residence.of(draft, answers.of(draft));
    }

    private Optional<Application> draft(SignedInPerson person) {
        return applications.openOf(person.person()).filter(application -> application.stage() == Stage.DRAFT);
    }
}
