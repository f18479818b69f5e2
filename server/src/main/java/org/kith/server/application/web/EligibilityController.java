package org.kith.server.application.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.question.Answers;
import org.kith.pack.question.FieldFault;
import org.kith.pack.question.Page;
import org.kith.pack.text.Texts;
import org.kith.server.application.Drafting;
import org.kith.server.application.GroundView;
import org.kith.server.application.PassingAnswers;
import org.kith.server.application.Said;
import org.kith.server.programme.Programme;
import org.kith.server.site.OpenPaths;
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
    private static final int TWO_HOURS = 7_200;

    private final PassingAnswers passing;
    private final Programme programme;
    private final Drafting drafting;

    EligibilityController(PassingAnswers passing, Programme programme, Drafting drafting) {
        this.passing = passing;
        this.programme = programme;
        this.drafting = drafting;
    }

    @Bean
    static OpenPaths eligibilityIsOpen() {
        return OpenPaths.of("/eligibility/**");
    }

    @GetMapping("/eligibility")
    ModelAndView begin() {
        return new ModelAndView("redirect:/eligibility/" + firstPage());
    }

    @GetMapping("/eligibility/{pageId}")
    ModelAndView show(
            @PathVariable String pageId,
            @CookieValue(name = PassingTicket.COOKIE, required = false) @Nullable String ticket,
            Locale language) {
        var answers = answers(ticket);
        return shown(pageId, answers)
                .map(page -> view(page, Prefill.of(page, answers), List.of(), language))
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
        var before = answers(ticket);
        var page = shown(pageId, before).orElse(null);
        if (page == null) return begin();
        var checked = pack().questions().check(page, form, drafting.today());
        if (!checked.refused().isEmpty()) return view(page, form, checked.refused(), language);

        var after = before;
        for (var accepted : checked.accepted().entrySet()) after = after.with(accepted.getKey(), accepted.getValue());
        for (var empty : checked.leftEmpty()) after = after.without(empty);
        passing.keep(ticket(ticket, request, response), after);
        return new ModelAndView("redirect:/eligibility/" + next(page, after));
    }

    @GetMapping("/eligibility/result")
    ModelAndView result(
            @CookieValue(name = PassingTicket.COOKIE, required = false) @Nullable String ticket, Locale language) {
        var answers = answers(ticket);
        if (answers.values().isEmpty()) return begin();

        var texts = programme.texts(language);
        var trace = pack().eligibility().trace(answers, drafting.today());
        return new ModelAndView(
                "application/eligibility-result",
                "page",
                new EligibilityResultPage(
                        trace.overall(), GroundView.of(trace, pack(), texts), said(answers, texts), firstPage()));
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

    private Answers answers(@Nullable String ticket) {
        return ticket == null ? Answers.NONE : passing.of(ticket);
    }

    private String ticket(@Nullable String ticket, HttpServletRequest request, HttpServletResponse response) {
        var kept = ticket == null || ticket.isEmpty() ? passing.newTicket() : ticket;
        Cookie cookie = PassingTicket.cookie(kept, TWO_HOURS, request);
        response.addCookie(cookie);
        return kept;
    }

    private Pack pack() {
        return programme.current();
    }

    private String firstPage() {
        return pack().questions().eligibilityCheck().getFirst().id();
    }

    private java.util.Optional<Page> shown(String id, Answers answers) {
        return pack().questions().eligibilityCheck().stream()
                .filter(page -> page.id().equals(id))
                .findFirst()
                .map(page -> pack().questions().shown(page, answers, drafting.today()))
                .filter(page -> !page.questions().isEmpty());
    }

    private String next(Page page, Answers answers) {
        var pages = pack().questions().eligibilityCheck();
        var ids = pages.stream().map(Page::id).toList();
        return pages.subList(ids.indexOf(page.id()) + 1, ids.size()).stream()
                .filter(later -> shown(later.id(), answers).isPresent())
                .findFirst()
                .map(Page::id)
                .orElse("result");
    }

    private ModelAndView view(Page page, Map<String, String> values, List<FieldFault> faults, Locale language) {
        var texts = programme.texts(language);
        var views = page.questions().stream()
                .map(question -> QuestionView.of(
                        question,
                        pack().questions().countries(),
                        texts,
                        values,
                        faults,
                        fault -> texts.text(fault.messageKey(), fault.values())))
                .toList();
        return new ModelAndView(
                "application/question",
                "page",
                new QuestionPage(
                        "/eligibility/" + page.id(),
                        "/",
                        null,
                        texts.text(page.titleKey()),
                        views,
                        Map.of(),
                        Map.of(),
                        true,
                        false));
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
