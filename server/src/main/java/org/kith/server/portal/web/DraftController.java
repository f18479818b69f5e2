package org.kith.server.portal.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Page;
import org.kith.pack.question.Question;
import org.kith.pack.question.Section;
import org.kith.pack.question.Value;
import org.kith.pack.text.Texts;
import org.kith.server.account.SignedInPerson;
import org.kith.server.application.Application;
import org.kith.server.application.Applications;
import org.kith.server.application.Deadlines;
import org.kith.server.application.Deadlines.Kind;
import org.kith.server.application.DraftAnswers;
import org.kith.server.application.Drafting;
import org.kith.server.application.Residence;
import org.kith.server.application.Said;
import org.kith.server.application.Stage;
import org.kith.server.application.Submission;
import org.kith.server.application.SubmissionResult.AlreadySubmitted;
import org.kith.server.application.SubmissionResult.NoDraft;
import org.kith.server.application.SubmissionResult.NotAdmitted;
import org.kith.server.application.SubmissionResult.NotComplete;
import org.kith.server.application.SubmissionResult.NotDeclared;
import org.kith.server.application.SubmissionResult.Objected;
import org.kith.server.application.SubmissionResult.Submitted;
import org.kith.server.portal.web.ReviewPage.Given;
import org.kith.server.portal.web.TaskListPage.State;
import org.kith.server.portal.web.TaskListPage.Task;
import org.kith.server.programme.Programme;
import org.kith.server.rollout.Admission;
import org.kith.server.vault.CountryCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// A draft as a whole: its parts, reading it through, sending it.
@Controller
class DraftController {
    private final Applications applications;
    private final DraftAnswers answers;
    private final Drafting drafting;
    private final Submission submission;
    private final Programme programme;
    private final DraftPapers papers;
    private final Deadlines deadlines;
    private final Residence residence;
    private final Admission admission;

    DraftController(
            Applications applications,
            DraftAnswers answers,
            Drafting drafting,
            Submission submission,
            Programme programme,
            DraftPapers papers,
            Deadlines deadlines,
            Residence residence,
            Admission admission) {
        this.applications = applications;
        this.answers = answers;
        this.drafting = drafting;
        this.submission = submission;
        this.programme = programme;
        this.papers = papers;
        this.deadlines = deadlines;
        this.residence = residence;
        this.admission = admission;
    }

    @GetMapping("/apply")
    ModelAndView tasks(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var draft = draft(person);
        if (draft == null) return new ModelAndView("redirect:/home");

        var pack = programme.version(draft.pack());
        var given = answers.of(draft);
        var texts = pack.messages().in(language.toLanguageTag());
        var sections = new ArrayList<TaskListPage.Section>();
        for (var section : pack.questions().sections()) {
            var tasks = tasks(draft, section, given, texts);
            if (!tasks.isEmpty()) sections.add(new TaskListPage.Section(texts.text(section.titleKey()), tasks));
        }
        var all = sections.stream().flatMap(section -> section.tasks().stream()).toList();
        var done = (int) all.stream().filter(task -> task.state() == State.DONE).count();
        var complete = pack.questions().open(given, drafting.today()).isEmpty();
        var keptUntil = deadlines
                .of(draft.id(), Kind.DRAFT)
                .map(deadline -> deadline.due(pack.programme().limits().draftKept()))
                .map(due -> LocalDate.ofInstant(due, ZoneOffset.UTC))
                .orElseGet(drafting::today);
        return new ModelAndView(
                "portal/tasks",
                "page",
                new TaskListPage(
                        sections,
                        done,
                        all.size(),
                        complete,
                        keptUntil,
                        notOpen(draft, given),
                        papers.task(draft, language),
                        papers.ofRelatives(draft, language)));
    }

    @GetMapping("/apply/review")
    ModelAndView review(@AuthenticationPrincipal SignedInPerson person, Locale language) {
        var draft = draft(person);
        return draft == null ? new ModelAndView("redirect:/home") : review(draft, false, language);
    }

    @PostMapping("/apply/submit")
    ModelAndView submit(
            @RequestParam(defaultValue = "no") String declared,
            @AuthenticationPrincipal SignedInPerson person,
            Locale language) {
        return switch (submission.submit(person.person(), declared.equals("yes"))) {
            case Submitted _, AlreadySubmitted _ -> new ModelAndView("redirect:/apply/sent");
            case NotAdmitted() -> new ModelAndView("redirect:/country");
            case Objected(var key) -> new ModelAndView("portal/not-sent", "page", new NotSentPage(key));
            case NotComplete _ -> new ModelAndView("redirect:/apply/review");
            case NotDeclared() -> review(java.util.Objects.requireNonNull(draft(person)), true, language);
            case NoDraft() -> new ModelAndView("redirect:/home");
        };
    }

    @GetMapping("/apply/sent")
    ModelAndView sent(@AuthenticationPrincipal SignedInPerson person) {
        return applications
                .openOf(person.person())
                .flatMap(Application::filedReference)
                .map(reference -> new ModelAndView("portal/sent", "page", new SentPage(reference.printed())))
                .orElseGet(() -> new ModelAndView("redirect:/home"));
    }

    /// The key of what stands in the way where the person lives; null where nothing does, or they did not say yet.
    private @Nullable String notOpen(Application draft, Answers given) {
        var country = residence.of(draft, given);
        if (country.equals(CountryCode.UNKNOWN)) return null;

        return CountryController.key(admission.look(draft.person(), country));
    }

    private ModelAndView review(Application draft, boolean notDeclared, Locale language) {
        var pack = programme.version(draft.pack());
        var given = answers.of(draft);
        var texts = pack.messages().in(language.toLanguageTag());
        var sections = new ArrayList<ReviewPage.Section>();
        for (var section : pack.questions().sections()) {
            var rows = section.pages().stream()
                    .map(page -> pack.questions().shown(page, given, drafting.today()))
                    .flatMap(
                            page -> page.questions().stream().map(question -> row(draft, page, question, given, texts)))
                    .toList();
            if (!rows.isEmpty()) sections.add(new ReviewPage.Section(texts.text(section.titleKey()), rows));
        }
        var complete = pack.questions().open(given, drafting.today()).isEmpty();
        return new ModelAndView(
                "portal/review",
                "page",
                new ReviewPage(
                        sections, papers.listed(draft, language), AskedOthers.of(pack, texts), complete, notDeclared));
    }

    private Given row(Application draft, Page page, Question question, Answers given, Texts texts) {
        var countries = programme.version(draft.pack()).questions().countries();
        var name = texts.has(question.shortKey()) ? question.shortKey() : question.labelKey();
        var said = given.to(question.id()).map(value -> Said.of(question, value, countries, texts));
        return new Given(texts.text(name), said.orElse(null), question.required(), "/apply/questions/" + page.id());
    }

    private List<Task> tasks(Application draft, Section section, Answers given, Texts texts) {
        var questions = programme.version(draft.pack()).questions();
        return section.pages().stream()
                .map(page -> questions.shown(page, given, drafting.today()))
                .filter(page -> !page.questions().isEmpty())
                .map(page -> new Task(
                        texts.text(page.titleKey()), null, "/apply/questions/" + page.id(), state(page, given)))
                .toList();
    }

    private static State state(Page page, Answers given) {
        var answered = page.questions().stream()
                .filter(question ->
                        given.to(question.id()).filter(DraftController::isWhole).isPresent())
                .count();
        if (answered == page.questions().size()) return State.DONE;
        if (page.questions().stream().noneMatch(Question::required)) return answered > 0 ? State.DONE : State.OPTIONAL;
        var open = page.questions().stream()
                .anyMatch(question ->
                        question.required() && given.to(question.id()).isEmpty());
        if (!open) return State.DONE;
        return answered > 0 ? State.STARTED : State.OPEN;
    }

    /// A list is an answer once the person said that this is all of it.
    private static boolean isWhole(Value value) {
        return !(value instanceof Value.Group list) || list.complete();
    }

    private @Nullable Application draft(SignedInPerson person) {
        return applications
                .openOf(person.person())
                .filter(application -> application.stage() == Stage.DRAFT)
                .orElse(null);
    }
}
