package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.SafeText;
import org.kith.server.account.HeldForms;
import org.kith.server.account.SignedInPerson;
import org.kith.server.decision.AppealResult.Appealed;
import org.kith.server.decision.AppealResult.AppealedBefore;
import org.kith.server.decision.AppealResult.NothingToAppeal;
import org.kith.server.decision.AppealResult.TooLate;
import org.kith.server.decision.Appealing;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Decision.State;
import org.kith.server.decision.DecisionId;
import org.kith.server.decision.Decisions;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Where people say what is wrong with a decision about them.
@Controller
class AppealController {
    private static final int LONGEST = 8_000;

    private final Decisions decisions;
    private final Appealing appealing;
    private final HeldForms forms;

    AppealController(Decisions decisions, Appealing appealing, HeldForms forms) {
        this.decisions = decisions;
        this.appealing = appealing;
        this.forms = forms;
    }

    /// What stands in the form.
    ///
    /// @param held whether it was typed before the session ended
    private record Typed(String words, boolean hearing, boolean held) {
        static final Typed NOTHING = new Typed("", false, false);

        static Typed of(Map<String, String> form) {
            return new Typed(form.getOrDefault("words", ""), form.containsKey("hearing"), true);
        }

        @Override
        public String toString() {
            return "Typed[…]";
        }
    }

    @GetMapping("/messages/{id}/appeal")
    ModelAndView form(
            @PathVariable UUID id,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal SignedInPerson person) {
        var decision = own(id, person);
        if (!appealing.isOpen(decision)) return not("appeal.not", decision, null);

        var typed = forms.of(held, place(id), person.person()).map(Typed::of).orElse(Typed.NOTHING);
        return form(decision, typed, "");
    }

    @PostMapping("/messages/{id}/appeal")
    ModelAndView appeal(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean hearing,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal SignedInPerson person) {
        var decision = own(id, person);
        forms.forget(held, place(id));
        var typed = new Typed(words, hearing, false);
        var safe = SafeText.clean(words, true);
        if (safe.isEmpty()) return form(decision, typed, "follow.fault.unfit");
        if (safe.get().isBlank()) return form(decision, typed, "appeal.fault.empty");
        if (safe.get().length() > LONGEST) return form(decision, typed, "message.fault.long");

        return switch (appealing.appeal(decision.id(), person.person(), safe.get(), hearing)) {
            case Appealed(), AppealedBefore() -> message(decision);
            case TooLate(var was) -> not("appeal.late", decision, was);
            case NothingToAppeal() -> not("appeal.not", decision, null);
        };
    }

    @PostMapping("/messages/{id}/no-hearing")
    ModelAndView dropHearing(@PathVariable UUID id, @AuthenticationPrincipal SignedInPerson person) {
        var decision = own(id, person);
        appealing.dropHearing(decision.id(), person.person());
        return message(decision);
    }

    /// Another person's decision looks like none at all.
    private Decision own(UUID id, SignedInPerson person) {
        return decisions
                .find(new DecisionId(id))
                .filter(decision -> decision.person().equals(person.person()) && decision.state() == State.MADE)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String place(UUID id) {
        return "/messages/" + id + "/appeal";
    }

    private ModelAndView form(Decision decision, Typed typed, String fault) {
        var until = appealing.until(decision);
        if (until.isEmpty()) return not("appeal.not", decision, null);

        var page = new AppealPage(
                decision.id().value().toString(),
                decision.number().printed(),
                until.get(),
                typed.words(),
                typed.hearing(),
                typed.held(),
                fault,
                forms.mark(decision.person()));
        return new ModelAndView("portal/appeal", "page", page);
    }

    private static ModelAndView message(Decision decision) {
        return new ModelAndView("redirect:/messages/" + decision.id().value());
    }

    private static ModelAndView not(String key, Decision decision, @Nullable LocalDate was) {
        var page = new AppealNotPage(key, decision.id().value().toString(), was);
        return new ModelAndView("portal/appeal-not", "page", page);
    }
}
