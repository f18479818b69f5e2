package org.kith.server.application.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.programme.Rollout.Phase;
import org.kith.pack.question.Answers;
import org.kith.pack.question.CheckedAnswer;
import org.kith.pack.question.FieldFault;
import org.kith.pack.question.Page;
import org.kith.pack.question.Questions;
import org.kith.pack.question.Value;
import org.kith.pack.source.Block;
import org.kith.pack.text.Texts;
import org.kith.server.application.Drafting;
import org.kith.server.application.GroundView;
import org.kith.server.application.ListDrafting;
import org.kith.server.application.PassingAnswers;
import org.kith.server.application.Residence;
import org.kith.server.application.Said;
import org.kith.server.programme.Programme;
import org.kith.server.rollout.Countries;
import org.kith.server.site.OpenPaths;
import org.kith.server.vault.CountryCode;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The check without an account. Its answers are readable with this browser's cookie alone.
@Controller
class EligibilityController {
    private final PassingAnswers passing;
    private final EligibilityPages pages;
    private final Programme programme;
    private final Drafting drafting;
    private final Residence residence;
    private final Countries countries;

    EligibilityController(
            PassingAnswers passing,
            EligibilityPages pages,
            Programme programme,
            Drafting drafting,
            Residence residence,
            Countries countries) {
        this.passing = passing;
        this.pages = pages;
        this.programme = programme;
        this.drafting = drafting;
        this.residence = residence;
        this.countries = countries;
    }

    @Bean
    static OpenPaths eligibilityIsOpen() {
        return OpenPaths.of("/eligibility/**");
    }

    @GetMapping("/eligibility")
    ModelAndView begin() {
        return new ModelAndView("redirect:/eligibility/" + pages.first());
    }

    @GetMapping("/eligibility/{pageId}")
    ModelAndView show(
            @PathVariable String pageId,
            @CookieValue(name = PassingTicket.COOKIE, required = false) @Nullable String ticket,
            Locale language) {
        var answers = PassingTicket.answers(passing, ticket);
        return pages.find(pageId, answers)
                .map(page -> pages.page(page, answers, Prefill.of(page, answers), List.of(), language))
                .orElseGet(this::begin);
    }

    @PostMapping("/eligibility/{pageId}")
    ModelAndView answer(
            @PathVariable String pageId,
            @RequestParam Map<String, String> form,
            @CookieValue(name = PassingTicket.COOKIE, required = false) @Nullable String ticket,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale language) {
        var before = PassingTicket.answers(passing, ticket);
        var page = pages.find(pageId, before).orElse(null);
        if (page == null) return begin();
        if (form.containsKey("fields")) return pages.page(page, before, form, List.of(), language);
        var checked = pack().questions().check(page, form, drafting.today());
        var refused = new ArrayList<>(checked.refused());
        var lists = lists(page, before, refused);
        if (!refused.isEmpty()) return pages.page(page, before, form, refused, language);

        var after = before;
        for (var accepted : checked.accepted().entrySet()) after = after.with(accepted.getKey(), accepted.getValue());
        for (var empty : checked.leftEmpty()) after = after.without(empty);
        for (var list : lists.entrySet()) after = after.with(list.getKey(), list.getValue());
        passing.keep(PassingTicket.given(passing, ticket, request, response), after);
        return new ModelAndView("redirect:/eligibility/" + pages.after(page, after));
    }

    /// The lists of a page: whoever goes on says that this is all.
    private static Map<String, Value> lists(Page page, Answers answers, List<FieldFault> refused) {
        var whole = new LinkedHashMap<String, Value>();
        for (var question : page.questions()) {
            if (question.group().isEmpty()) continue;
            switch (Questions.complete(question, ListDrafting.list(question, answers))) {
                case CheckedAnswer.Accepted(var value) -> whole.put(question.id(), value);
                case CheckedAnswer.Refused(var faults) -> refused.addAll(faults);
                case CheckedAnswer.LeftEmpty() -> {}
            }
        }
        return whole;
    }

    @GetMapping("/eligibility/result")
    ModelAndView result(
            @CookieValue(name = PassingTicket.COOKIE, required = false) @Nullable String ticket, Locale language) {
        var answers = PassingTicket.answers(passing, ticket);
        if (answers.values().isEmpty()) return begin();

        var texts = programme.texts(language);
        var trace = pack().eligibility().trace(answers, drafting.today());
        return new ModelAndView(
                "application/eligibility-result",
                "page",
                new EligibilityResultPage(
                        trace.overall(),
                        GroundView.of(trace, pack(), texts),
                        said(answers, texts),
                        pages.first(),
                        notOpen(residence.of(answers))));
    }

    private @Nullable String notOpen(CountryCode country) {
        if (country.equals(CountryCode.UNKNOWN)) return null;

        var state = countries.of(country);
        return state.phase() == Phase.OPEN ? null : "rollout." + Block.spelt(state.phase());
    }

    @PostMapping("/eligibility/forget")
    ModelAndView forget(
            @CookieValue(name = PassingTicket.COOKIE, required = false) @Nullable String ticket,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (ticket != null) passing.forget(ticket);
        response.addCookie(PassingTicket.cookie("", 0, request));
        return new ModelAndView("redirect:/");
    }

    private Pack pack() {
        return programme.current();
    }

    private Map<String, String> said(Answers answers, Texts texts) {
        var said = new LinkedHashMap<String, String>();
        for (var question : pack().questions().asked(answers, drafting.today())) {
            var name = texts.has(question.shortKey()) ? question.shortKey() : question.labelKey();
            answers.to(question.id())
                    .ifPresent(value -> said.put(
                            texts.text(name),
                            Said.of(question, value, pack().questions().countries(), texts)));
        }
        return said;
    }
}
