package org.kith.pack.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// All that a programme asks, in its order.
public final class Questions {
    private final List<Section> sections;
    private final Countries countries;
    private final Map<String, Question> byId = new LinkedHashMap<>();
    private final Map<String, Question> members = new LinkedHashMap<>();

    public Questions(List<Section> sections, Countries countries) {
        this.sections = List.copyOf(sections);
        this.countries = countries;
        for (var section : sections) {
            for (var page : section.pages()) page.questions().forEach(this::add);
        }
    }

    private void add(Question question) {
        byId.put(question.id(), question);
        question.group().ifPresent(group -> group.members().forEach(member -> members.put(member.id(), member)));
    }

    public List<Section> sections() {
        return sections;
    }

    /// The questions that have answers of their own; those of a group are in it.
    public List<Question> all() {
        return List.copyOf(byId.values());
    }

    public List<Page> pages() {
        return sections.stream().flatMap(section -> section.pages().stream()).toList();
    }

    public Optional<Page> page(String id) {
        return pages().stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /// A question, or one of a group's by `<group>.<name>`.
    public Optional<Question> find(String id) {
        return Optional.ofNullable(byId.get(id)).or(() -> Optional.ofNullable(members.get(id)));
    }

    public Question question(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no question " + id));
    }

    /// The pages of the check without an account, each with only the questions that it asks.
    public List<Page> eligibilityCheck() {
        return pages().stream()
                .map(page -> new Page(
                        page.id(),
                        page.questions().stream()
                                .filter(Question::inEligibilityCheck)
                                .map(Questions::inEligibilityCheck)
                                .toList()))
                .filter(page -> !page.questions().isEmpty())
                .toList();
    }

    private static Question inEligibilityCheck(Question question) {
        var members = question.group().map(Detail.Group::members).orElse(List.of());
        return question.keeping(
                members.stream().filter(Question::inEligibilityCheck).toList());
    }

    /// The page with the questions that are asked in view of the answers so far.
    public Page shown(Page page, Answers answers, LocalDate today) {
        var asked = asked(answers, today).stream().map(Question::id).collect(Collectors.toSet());
        return keep(page, question -> asked.contains(question.id()));
    }

    /// The questions that are asked in view of the answers so far, in order.
    public List<Question> asked(Answers answers, LocalDate today) {
        return walk(answers, today).asked();
    }

    /// The answers without those to questions that are no longer asked: the person may have changed their mind on
    /// what made them appear.
    public Answers standing(Answers answers, LocalDate today) {
        return walk(answers, today).standing();
    }

    /// The questions that no further answer brings up: an earlier no, or the like, has ruled them out.
    public Set<String> ruledOut(Answers answers, LocalDate today) {
        var standing = standing(answers, today);
        var never = new LinkedHashSet<String>();
        for (var question : byId.values()) {
            if (question.showIf()
                    .filter(condition -> condition.isRuledOut(standing, never, today))
                    .isPresent()) {
                never.add(question.id());
            }
        }
        return never;
    }

    /// The required questions that are asked and not answered yet, in order.
    public List<Question> open(Answers answers, LocalDate today) {
        return asked(answers, today).stream()
                .filter(Question::required)
                .filter(question -> !isAnswered(question, answers))
                .toList();
    }

    /// A group is answered once the person said that it is all, and has answered for each what must be.
    private static boolean isAnswered(Question question, Answers answers) {
        return switch (answers.to(question.id()).orElse(null)) {
            case null -> false;
            case Value.Group said ->
                said.complete()
                        && question.group().stream()
                                .allMatch(group -> said.items().stream()
                                        .allMatch(item ->
                                                GroupForm.open(group, item).isEmpty()));
            default -> true;
        };
    }

    /// Checks what a form sent for one of a group; what comes of it is named as the group names its questions. The
    /// whole is checked by [#complete].
    ///
    /// @param group as the page has it, which in the eligibility check asks less
    public CheckedPage checkItem(Question group, Map<String, String> form, LocalDate today) {
        var members = group.group().orElseThrow().members();
        var checked = check(new Page("item", members), form, today);
        var byName = new LinkedHashMap<String, Value>();
        checked.accepted().forEach((id, value) -> byName.put(question(id).name(), value));
        var empty = checked.leftEmpty().stream().map(id -> question(id).name()).toList();
        return new CheckedPage(byName, empty, checked.refused());
    }

    /// Checks a group when the person says that this is all. What is accepted is complete.
    ///
    /// @param group as the page has it
    public static CheckedAnswer complete(Question group, Value.Group said) {
        return GroupForm.complete(group, said);
    }

    /// Checks which files were given for a question of documents.
    public static CheckedAnswer files(Question question, List<Value.Given> given) {
        return GroupForm.files(question, given);
    }

    /// Checks what a form sent for one question. Fields are named by the question's id, and their parts behind a dot:
    /// `birth_date.day`. Groups and documents are not sent as fields: [#checkItem], [#complete] and [#files]
    /// check them.
    public CheckedAnswer check(String questionId, Map<String, String> form, LocalDate today) {
        return new AnswerForm(question(questionId), form, today, countries).check();
    }

    /// Checks a page at once. Nothing of it is lost: what is right is accepted beside what is refused. Its groups and
    /// documents are left as they are.
    public CheckedPage check(Page page, Map<String, String> form, LocalDate today) {
        var accepted = new LinkedHashMap<String, Value>();
        var refused = new ArrayList<FieldFault>();
        var leftEmpty = new ArrayList<String>();
        for (var question : page.questions()) {
            if (question.group().isPresent() || question.files().isPresent()) continue;
            switch (check(question.id(), form, today)) {
                case CheckedAnswer.Accepted(var value) -> accepted.put(question.id(), value);
                case CheckedAnswer.Refused(var faults) -> refused.addAll(faults);
                case CheckedAnswer.LeftEmpty() -> leftEmpty.add(question.id());
            }
        }
        return new CheckedPage(accepted, leftEmpty, refused);
    }

    public Countries countries() {
        return countries;
    }

    private record Walk(List<Question> asked, Answers standing) {}

    private Walk walk(Answers answers, LocalDate today) {
        var asked = new ArrayList<Question>();
        var standing = new LinkedHashMap<String, Value>();
        for (var question : byId.values()) {
            var condition = question.showIf();
            if (condition.isPresent() && !condition.get().isMet(new Answers(standing), today)) continue;
            asked.add(question);
            answers.to(question.id()).ifPresent(value -> standing.put(question.id(), value));
        }
        return new Walk(asked, new Answers(standing));
    }

    private static Page keep(Page page, Predicate<Question> which) {
        return new Page(page.id(), page.questions().stream().filter(which).toList());
    }
}
