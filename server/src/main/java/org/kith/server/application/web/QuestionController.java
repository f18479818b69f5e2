package org.kith.server.application.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kith.pack.Pack;
import org.kith.pack.question.Answers;
import org.kith.pack.question.FieldFault;
import org.kith.pack.question.Page;
import org.kith.pack.question.ValueText;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Drafting;
import org.kith.server.application.PassportLines;
import org.kith.server.application.Saving.ChangedElsewhere;
import org.kith.server.application.Saving.NotADraft;
import org.kith.server.application.Saving.PartlySaved;
import org.kith.server.application.Saving.Saved;
import org.kith.server.application.Stage;
import org.kith.server.programme.Programme;
import org.kith.server.site.Texts;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The pages of a draft. No address carries an application's name: a person only ever sees their own.
@Controller
class QuestionController {
    private static final String TASK_LIST = "redirect:/apply";

    private final Applications applications;
    private final Drafting drafting;
    private final PassportLines passportLines;
    private final Programme programme;
    private final Texts texts;

    QuestionController(
            Applications applications,
            Drafting drafting,
            PassportLines passportLines,
            Programme programme,
            Texts texts) {
        this.applications = applications;
        this.drafting = drafting;
        this.passportLines = passportLines;
        this.programme = programme;
        this.texts = texts;
    }

    @GetMapping("/apply/questions/{pageId}")
    ModelAndView show(@PathVariable String pageId, @AuthenticationPrincipal SignedInPerson person, Locale language) {
        return draft(person)
                .flatMap(draft -> page(draft, pageId)
                        .map(page -> view(draft, page, language)
                                .answers(drafting.answers(draft))
                                .view()))
                .orElseGet(() -> new ModelAndView(TASK_LIST));
    }

    @PostMapping("/apply/questions/{pageId}")
    ModelAndView save(
            @PathVariable String pageId,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        var draft = draft(person).orElse(null);
        if (draft == null) return new ModelAndView(TASK_LIST);
        var page = page(draft, pageId).orElse(null);
        if (page == null) return new ModelAndView(TASK_LIST);
        if (form.containsKey("fill")) return filled(draft, page, form, language);

        return switch (drafting.save(draft.id(), page, form, seen(form))) {
            case Saved() -> new ModelAndView(next(draft, page));
            case NotADraft() -> new ModelAndView("redirect:/home");
            case PartlySaved(var faults) ->
                view(draft, page, language).form(form).faults(faults).view();
            case ChangedElsewhere(var questions) ->
                view(draft, page, language).form(form).elsewhere(questions).view();
        };
    }

    /// Fills the fields from the lines of the passport and saves nothing: the person looks first.
    private ModelAndView filled(Application draft, Page page, Map<String, String> form, Locale language) {
        var filled = passportLines.filledFromLines(page, form, drafting.today());
        var faults = page.questions().stream()
                .flatMap(question -> passportLines.faults(question, filled, drafting.today()).stream())
                .toList();
        return view(draft, page, language)
                .form(filled)
                .faults(faults)
                .filled(faults.isEmpty())
                .view();
    }

    private Optional<Application> draft(SignedInPerson person) {
        return applications.openOf(person.person()).filter(application -> application.stage() == Stage.DRAFT);
    }

    /// The page with the questions asked in view of the answers so far.
    private Optional<Page> page(Application draft, String id) {
        var questions = pack(draft).questions();
        return questions
                .page(id)
                .map(page -> questions.shown(page, drafting.answers(draft), drafting.today()))
                .filter(page -> !page.questions().isEmpty());
    }

    /// The next page that still has something to answer, else the task list.
    private String next(Application draft, Page page) {
        var questions = pack(draft).questions();
        var answers = drafting.answers(draft);
        var ids = questions.pages().stream().map(Page::id).toList();
        return questions.pages().subList(ids.indexOf(page.id()) + 1, ids.size()).stream()
                .map(later -> questions.shown(later, answers, drafting.today()))
                .filter(later -> later.questions().stream()
                        .anyMatch(question -> answers.to(question.id()).isEmpty()))
                .findFirst()
                .map(later -> "redirect:/apply/questions/" + later.id())
                .orElse(TASK_LIST);
    }

    private Pack pack(Application draft) {
        return programme.version(draft.pack());
    }

    private String words(FieldFault fault, Pack pack, Locale language) {
        return fault.messageKey().startsWith("mrz.")
                ? texts.text(language, fault.messageKey(), fault.values())
                : pack.messages().in(language.toLanguageTag()).text(fault.messageKey(), fault.values());
    }

    private View view(Application draft, Page page, Locale language) {
        return new View(draft, page, language);
    }

    private static Map<String, Integer> seen(Map<String, String> form) {
        var seen = new LinkedHashMap<String, Integer>();
        form.forEach((field, value) -> {
            if (field.startsWith("seen.") && value.matches("[0-9]{1,9}")) {
                seen.put(field.substring("seen.".length()), Integer.valueOf(value));
            }
        });
        return seen;
    }

    /// Gathers what the template needs.
    private final class View {
        private final Application draft;
        private final Page page;
        private final Locale language;
        private Map<String, String> values = Map.of();
        private List<FieldFault> faults = List.of();
        private Set<String> elsewhere = Set.of();
        private boolean filled;

        View(Application draft, Page page, Locale language) {
            this.draft = draft;
            this.page = page;
            this.language = language;
        }

        View answers(Answers answers) {
            values = Prefill.of(page, answers);
            return this;
        }

        View form(Map<String, String> form) {
            values = form;
            return this;
        }

        View faults(List<FieldFault> found) {
            faults = found;
            return this;
        }

        View elsewhere(Set<String> questions) {
            elsewhere = questions;
            return this;
        }

        View filled(boolean justFilled) {
            filled = justFilled;
            return this;
        }

        ModelAndView view() {
            var pack = pack(draft);
            var words = pack.messages().in(language.toLanguageTag());
            var section = pack.questions().sections().stream()
                    .filter(candidate ->
                            candidate.pages().stream().anyMatch(one -> one.id().equals(page.id())))
                    .findFirst();
            var views = page.questions().stream()
                    .map(question -> QuestionView.of(
                            question,
                            pack.questions().countries(),
                            words,
                            values,
                            faults,
                            fault -> words(fault, pack, language)))
                    .toList();
            return new ModelAndView(
                    "application/question",
                    "page",
                    new QuestionPage(
                            "/apply/questions/" + page.id(),
                            "/apply",
                            section.map(found -> words.text(found.titleKey())).orElse(null),
                            words.text(page.titleKey()),
                            views,
                            drafting.seen(draft, page),
                            saidElsewhere(pack),
                            false,
                            filled));
        }

        private Map<String, String> saidElsewhere(Pack pack) {
            var words = pack.messages().in(language.toLanguageTag());
            var answers = drafting.answers(draft);
            var said = new LinkedHashMap<String, String>();
            for (var id : elsewhere) {
                var question = pack.questions().question(id);
                said.put(
                        words.text(question.labelKey()),
                        answers.to(id)
                                .map(value -> ValueText.of(
                                        question, value, pack.questions().countries(), words))
                                .orElse("–"));
            }
            return said;
        }
    }
}
