package org.kith.server.application;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.pack.question.Answers;
import org.kith.pack.question.CheckedAnswer;
import org.kith.pack.question.CheckedPage;
import org.kith.pack.question.Detail;
import org.kith.pack.question.FieldFault;
import org.kith.pack.question.Page;
import org.kith.pack.question.Question;
import org.kith.pack.question.Questions;
import org.kith.pack.question.Value;
import org.kith.server.application.Saving.ChangedElsewhere;
import org.kith.server.application.Saving.NotADraft;
import org.kith.server.application.Saving.PartlySaved;
import org.kith.server.application.Saving.Saved;
import org.kith.server.audit.Actor;
import org.kith.server.audit.Deed;
import org.kith.server.audit.Journal;
import org.kith.server.programme.Programme;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Lists in a draft: the children, the ancestors. Each of a list is saved by itself, so that two windows that add one
/// each lose neither.
@Service
public class ListDrafting {
    private final Applications applications;
    private final DraftAnswers answers;
    private final Programme programme;
    private final GivenFiles files;
    private final Journal journal;

    ListDrafting(
            Applications applications, DraftAnswers answers, Programme programme, GivenFiles files, Journal journal) {
        this.applications = applications;
        this.answers = answers;
        this.programme = programme;
        this.files = files;
        this.journal = journal;
    }

    /// Saves what a form said of one. The form of a new one names it already, so that sending it twice adds one.
    ///
    /// @param seen the version of the list when the form was shown
    @Transactional
    public Saving save(
            ApplicationId id, Question group, String item, Map<String, String> form, int seen, LocalDate today) {
        var draft = applications.lock(id);
        if (draft.stage() != Stage.DRAFT) return new NotADraft();

        var before = answers.versioned(draft);
        var list = list(group, before.answers());
        var checked = programme.version(draft.pack()).questions().checkItem(group, form, today);
        var known = list.find(item);
        if (known.isEmpty() && isFull(group, list)) return tooMany(group);

        var now = changed(known.map(Value.Item::answers).orElse(Map.of()), checked);
        if (known.isPresent() && !known.get().answers().equals(now) && before.version(group.id()) > seen) {
            return new ChangedElsewhere(Set.of(group.id()));
        }
        if (known.isEmpty() ? !now.isEmpty() : !known.get().answers().equals(now)) {
            write(draft, group, before.version(group.id()), list.with(new Value.Item(item, now)));
        }
        return checked.refused().isEmpty() ? new Saved() : new PartlySaved(checked.refused());
    }

    /// Takes one out of a list. Whoever asks twice has it taken out once.
    @Transactional
    public void remove(ApplicationId id, Question group, String item) {
        var draft = applications.lock(id);
        var before = answers.versioned(draft);
        var list = list(group, before.answers());
        if (draft.stage() != Stage.DRAFT || list.find(item).isEmpty()) return;

        write(draft, group, before.version(group.id()), list.without(item));
    }

    /// What a page's lists and files come to, when the person goes on and so says that this is all.
    CheckedPage complete(Application draft, Page page, Answers before) {
        var accepted = new LinkedHashMap<String, Value>();
        var leftEmpty = new ArrayList<String>();
        var refused = new ArrayList<FieldFault>();
        for (var question : page.questions()) {
            var checked = question.group().isPresent()
                    ? Questions.complete(question, list(question, before))
                    : question.files()
                            .map(detail -> Questions.files(question, given(draft, detail)))
                            .orElse(null);
            switch (checked) {
                case null -> {}
                case CheckedAnswer.Accepted(var value) -> accepted.put(question.id(), value);
                case CheckedAnswer.Refused(var faults) -> refused.addAll(faults);
                case CheckedAnswer.LeftEmpty() -> leftEmpty.add(question.id());
            }
        }
        return new CheckedPage(accepted, leftEmpty, refused);
    }

    /// The list so far.
    public static Value.Group list(Question group, Answers answers) {
        return answers.to(group.id(), Value.Group.class).orElse(Value.Group.EMPTY);
    }

    /// Whether the list takes no more.
    public static boolean isFull(Question group, Value.Group list) {
        return list.items().size() >= most(group);
    }

    private List<Value.Given> given(Application draft, Detail.Files detail) {
        return files.of(draft.id()).stream()
                .filter(given -> detail.papers().contains(given.paper()))
                .toList();
    }

    private void write(Application draft, Question group, int version, Value.Group list) {
        answers.save(draft, group.id(), version + 1, list);
        journal.record(
                Deed.ANSWER_SAVED,
                Actor.of(draft.person()),
                draft.person(),
                draft.id().asCase());
    }

    /// What is right is kept beside what is refused.
    private static Map<String, Value> changed(Map<String, Value> before, CheckedPage checked) {
        var now = new LinkedHashMap<>(before);
        now.putAll(checked.accepted());
        now.keySet().removeAll(new LinkedHashSet<>(checked.leftEmpty()));
        return now;
    }

    private static int most(Question group) {
        return group.group().orElseThrow().most();
    }

    private static PartlySaved tooMany(Question group) {
        return new PartlySaved(List.of(new FieldFault(group.id(), "refused.group.most", Map.of("most", most(group)))));
    }
}
