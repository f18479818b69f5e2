package org.kith.server.application.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Detail;
import org.kith.pack.question.FieldFault;
import org.kith.pack.question.Page;
import org.kith.pack.question.Question;
import org.kith.pack.text.Texts;
import org.kith.server.application.Drafting;
import org.kith.server.application.ListDrafting;
import org.kith.server.application.Said;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/// The pages of the check without an account, each with only the questions that it asks.
@Component
class EligibilityPages {
    private static final String ADDRESS = "/eligibility/";

    private final Programme programme;
    private final Drafting drafting;

    EligibilityPages(Programme programme, Drafting drafting) {
        this.programme = programme;
        this.drafting = drafting;
    }

    String first() {
        return all().getFirst().id();
    }

    /// A page with the questions asked in view of the answers so far.
    Optional<Page> find(String id, Answers answers) {
        return all().stream()
                .filter(page -> page.id().equals(id))
                .findFirst()
                .map(page -> pack().questions().shown(page, answers, drafting.today()))
                .filter(page -> !page.questions().isEmpty());
    }

    /// The next page that asks anything, else the result.
    String after(Page page, Answers answers) {
        var ids = all().stream().map(Page::id).toList();
        return all().subList(ids.indexOf(page.id()) + 1, ids.size()).stream()
                .filter(later -> find(later.id(), answers).isPresent())
                .findFirst()
                .map(Page::id)
                .orElse("result");
    }

    ModelAndView page(
            Page page, Answers answers, Map<String, String> values, List<FieldFault> faults, Locale language) {
        var texts = programme.texts(language);
        var views = page.questions().stream()
                .map(question -> view(question, values, faults, texts).with(list(page, question, answers, texts), null))
                .toList();
        return shown(ADDRESS + page.id(), "/", null, texts.text(page.titleKey()), views);
    }

    /// The page of one of a list; an id that is not in it stands for a new one.
    ModelAndView item(
            Page page,
            Question group,
            String id,
            Answers answers,
            Map<String, String> values,
            List<FieldFault> faults,
            Locale language) {
        var texts = programme.texts(language);
        var items = ListDrafting.list(group, answers).items();
        var place = items.stream().map(item -> item.id()).toList().indexOf(id);
        var views = group.group().map(Detail.Group::members).orElseThrow().stream()
                .map(member -> view(member, values, faults, texts))
                .toList();
        return shown(
                ADDRESS + page.id() + "/" + group.id() + "/" + id,
                ADDRESS + page.id(),
                texts.text(page.titleKey()),
                Said.called(group, place < 0 ? items.size() + 1 : place + 1, texts),
                views);
    }

    private static ModelAndView shown(
            String action, String back, @Nullable String caption, String title, List<QuestionView> views) {
        var page = new QuestionPage(action, back, caption, title, views, Map.of(), Map.of(), true, false, false, "");
        return new ModelAndView("application/question", "page", page);
    }

    private QuestionView view(Question question, Map<String, String> values, List<FieldFault> faults, Texts texts) {
        return QuestionView.of(
                question,
                pack().questions().countries(),
                texts,
                values,
                faults,
                fault -> texts.text(fault.messageKey(), fault.values()));
    }

    private @Nullable GroupView list(Page page, Question question, Answers answers, Texts texts) {
        return question.group().isEmpty()
                ? null
                : GroupView.of(
                        ADDRESS + page.id(),
                        question,
                        ListDrafting.list(question, answers),
                        pack().questions().countries(),
                        texts);
    }

    private List<Page> all() {
        return pack().questions().eligibilityCheck();
    }

    private Pack pack() {
        return programme.current();
    }
}
