package org.kith.server.application.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Detail;
import org.kith.pack.question.FieldFault;
import org.kith.pack.question.Page;
import org.kith.pack.question.Question;
import org.kith.server.account.HeldForms;
import org.kith.server.application.Application;
import org.kith.server.application.DraftAnswers.Versioned;
import org.kith.server.application.Drafting;
import org.kith.server.application.GivenFiles;
import org.kith.server.application.ListDrafting;
import org.kith.server.application.Said;
import org.kith.server.programme.Programme;
import org.kith.server.site.Texts;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// Puts the pages of a draft together: what is asked, in the words of the programme, with what stands and what is
/// wrong.
@Component
class QuestionPages {
    private final Drafting drafting;
    private final GivenFiles files;
    private final HeldForms forms;
    private final Programme programme;
    private final Texts texts;

    QuestionPages(Drafting drafting, GivenFiles files, HeldForms forms, Programme programme, Texts texts) {
        this.drafting = drafting;
        this.files = files;
        this.forms = forms;
        this.programme = programme;
        this.texts = texts;
    }

    /// What a form holds when it is shown, beside what the draft says.
    ///
    /// @param values    null for what stands in the draft
    /// @param elsewhere the questions another window has answered meanwhile
    /// @param filled    whether fields were just filled from a passport's lines
    /// @param held      whether this was typed before the session ended, and is not saved
    record Shown(
            @Nullable Map<String, String> values,
            List<FieldFault> faults,
            Set<String> elsewhere,
            boolean filled,
            boolean held) {
        static final Shown AS_IT_STANDS = new Shown(null, List.of(), Set.of(), false, false);

        static Shown held(Map<String, String> form) {
            return new Shown(form, List.of(), Set.of(), false, true);
        }

        static Shown refused(List<FieldFault> faults) {
            return new Shown(null, faults, Set.of(), false, false);
        }

        static Shown refused(Map<String, String> form, List<FieldFault> faults) {
            return new Shown(form, faults, Set.of(), false, false);
        }

        static Shown elsewhere(Map<String, String> form, Set<String> questions) {
            return new Shown(form, List.of(), questions, false, false);
        }
    }

    ModelAndView page(Application draft, Page page, Shown shown, Locale language) {
        var words = words(draft, language);
        var given = drafting.given(draft);
        var answers = given.answers();
        var address = "/apply/questions/" + page.id();
        var values = shown.values() == null ? Prefill.of(page, answers) : shown.values();
        var views = page.questions().stream()
                .map(question -> view(draft, question, values, shown.faults(), language)
                        .with(list(draft, address, question, answers, language), papers(draft, question, language)))
                .toList();
        return new ModelAndView(
                "application/question",
                "page",
                new QuestionPage(
                        address,
                        "/apply",
                        section(draft, page, language),
                        words.text(page.titleKey()),
                        views,
                        seen(given, page, shown),
                        elsewhere(draft, given.answers(), shown.elsewhere(), language),
                        false,
                        shown.filled(),
                        shown.held(),
                        forms.mark(draft.person())));
    }

    /// The page of one of a list; an id that is not in it stands for a new one.
    ModelAndView item(Application draft, Page page, Question group, String id, Shown shown, Locale language) {
        var words = words(draft, language);
        var given = drafting.given(draft);
        var list = ListDrafting.list(group, given.answers());
        var item = list.find(id).orElse(null);
        var number = item == null ? list.items().size() + 1 : list.items().indexOf(item) + 1;
        var address = "/apply/questions/" + page.id();
        var values = shown.values() == null ? FormValues.of(group, item) : shown.values();
        var views = group.group().map(Detail.Group::members).orElseThrow().stream()
                .map(member -> view(draft, member, values, shown.faults(), language))
                .toList();
        return new ModelAndView(
                "application/question",
                "page",
                new QuestionPage(
                        address + "/" + group.id() + "/" + id,
                        address,
                        words.text(page.titleKey()),
                        Said.called(group, number, words),
                        views,
                        seen(given, page, shown),
                        elsewhere(draft, given.answers(), shown.elsewhere(), language),
                        false,
                        false,
                        shown.held(),
                        forms.mark(draft.person())));
    }

    /// What was typed before the session ended was typed in view of the versions of then.
    private static Map<String, Integer> seen(Versioned given, Page page, Shown shown) {
        return shown.held() && shown.values() != null ? SeenVersions.of(shown.values()) : given.seen(page);
    }

    private QuestionView view(
            Application draft,
            Question question,
            Map<String, String> values,
            List<FieldFault> faults,
            Locale language) {
        var pack = pack(draft);
        return QuestionView.of(
                question,
                pack.questions().countries(),
                words(draft, language),
                values,
                faults,
                fault -> words(fault, pack, language));
    }

    private @Nullable GroupView list(
            Application draft, String address, Question question, Answers answers, Locale language) {
        return question.group().isEmpty()
                ? null
                : GroupView.of(
                        address,
                        question,
                        ListDrafting.list(question, answers),
                        pack(draft).questions().countries(),
                        words(draft, language));
    }

    private @Nullable FilesView papers(Application draft, Question question, Locale language) {
        if (question.files().isEmpty()) return null;

        var words = words(draft, language);
        var given = files.of(draft.id());
        return new FilesView(question.files().get().papers().stream()
                .map(paper -> new FilesView.Paper(
                        paper,
                        words.text("evidence." + paper + ".title"),
                        given.stream()
                                .filter(file -> file.paper().equals(paper))
                                .count()))
                .toList());
    }

    private @Nullable String section(Application draft, Page page, Locale language) {
        return pack(draft).questions().sections().stream()
                .filter(section ->
                        section.pages().stream().anyMatch(one -> one.id().equals(page.id())))
                .findFirst()
                .map(section -> words(draft, language).text(section.titleKey()))
                .orElse(null);
    }

    private Map<String, String> elsewhere(Application draft, Answers answers, Set<String> ids, Locale language) {
        var words = words(draft, language);
        var questions = pack(draft).questions();
        var said = new LinkedHashMap<String, String>();
        for (var id : ids) {
            var question = questions.question(id);
            said.put(
                    words.text(question.labelKey()),
                    answers.to(id)
                            .map(value -> Said.of(question, value, questions.countries(), words))
                            .orElse("–"));
        }
        return said;
    }

    private String words(FieldFault fault, Pack pack, Locale language) {
        return fault.messageKey().startsWith("mrz.")
                ? texts.text(language, fault.messageKey(), fault.values())
                : pack.messages().in(language.toLanguageTag()).text(fault.messageKey(), fault.values());
    }

    private org.kith.pack.text.Texts words(Application draft, Locale language) {
        return pack(draft).messages().in(language.toLanguageTag());
    }

    private Pack pack(Application draft) {
        return programme.version(draft.pack());
    }
}
