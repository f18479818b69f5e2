package org.kith.server.application.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kith.server.account.HeldForms;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Drafting;
import org.kith.server.application.PassportLines;
import org.kith.server.application.Saving.ChangedElsewhere;
import org.kith.server.application.Saving.NotADraft;
import org.kith.server.application.Saving.PartlySaved;
import org.kith.server.application.Saving.Saved;
import org.kith.server.application.web.DraftPages.Place;
import org.kith.server.application.web.QuestionPages.Shown;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The questions of a draft, a page at a time.
@Controller
class QuestionController {
    private final DraftPages places;
    private final QuestionPages pages;
    private final Drafting drafting;
    private final PassportLines passportLines;
    private final HeldForms forms;

    QuestionController(
            DraftPages places, QuestionPages pages, Drafting drafting, PassportLines passportLines, HeldForms forms) {
        this.places = places;
        this.pages = pages;
        this.drafting = drafting;
        this.passportLines = passportLines;
        this.forms = forms;
    }

    @GetMapping("/apply/questions/{pageId}")
    ModelAndView show(
            @PathVariable String pageId,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var shown = forms.of(held, address(pageId), person.person())
                .map(Shown::held)
                .orElse(Shown.AS_IT_STANDS);
        return places.find(person, pageId)
                .map(place -> shown(place, shown, language))
                .orElseGet(() -> new ModelAndView("redirect:/apply"));
    }

    @PostMapping("/apply/questions/{pageId}")
    ModelAndView save(
            @PathVariable String pageId,
            @RequestParam Map<String, String> form,
            @CookieValue(name = HeldForms.COOKIE, defaultValue = "") String held,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var place = places.find(person, pageId).orElse(null);
        if (place == null) return new ModelAndView("redirect:/apply");
        forms.forget(held, address(pageId));
        if (form.containsKey("fill")) return filled(place, form, language);
        if (form.containsKey("fields")) return shown(place, Shown.refused(form, List.of()), language);

        return switch (drafting.save(place.draft().id(), place.page(), form, SeenVersions.of(form))) {
            case Saved() -> new ModelAndView("redirect:" + places.after(place));
            case NotADraft() -> new ModelAndView("redirect:/home");
            case PartlySaved(var faults) -> shown(place, Shown.refused(form, faults), language);
            case ChangedElsewhere(var questions) -> shown(place, Shown.elsewhere(form, questions), language);
        };
    }

    /// Fills the fields from the lines of the passport and saves nothing: the person looks first.
    private ModelAndView filled(Place place, Map<String, String> form, Locale language) {
        // What was read from a photo comes alone; what else stands on the page stays.
        var standing = new LinkedHashMap<>(Prefill.of(place.page(), drafting.answers(place.draft())));
        standing.putAll(form);
        var filled = passportLines.filledFromLines(place.page(), standing, drafting.today());
        var faults = place.page().questions().stream()
                .flatMap(question -> passportLines.faults(question, filled, drafting.today()).stream())
                .toList();
        return shown(place, new Shown(filled, faults, Set.of(), faults.isEmpty(), false), language);
    }

    private static String address(String pageId) {
        return "/apply/questions/" + pageId;
    }

    private ModelAndView shown(Place place, Shown shown, Locale language) {
        return pages.page(place.draft(), place.page(), shown, language);
    }
}
