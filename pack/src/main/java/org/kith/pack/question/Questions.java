package org.kith.pack.question;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/// All that a programme asks, in its order.
public final class Questions {
    private final List<Section> sections;
    private final Countries countries;
    private final Map<String, Question> byId = new LinkedHashMap<>();

    public Questions(List<Section> sections, Countries countries) {
        this.sections = List.copyOf(sections);
        this.countries = countries;
        for (var section : sections) {
            for (var page : section.pages()) page.questions().forEach(question -> byId.put(question.id(), question));
        }
    }

    public List<Section> sections() {
        return sections;
    }

    public List<Question> all() {
        return List.copyOf(byId.values());
    }

    public List<Page> pages() {
        return sections.stream().flatMap(section -> section.pages().stream()).toList();
    }

    public Optional<Page> page(String id) {
        return pages().stream().filter(page -> page.id().equals(id)).findFirst();
    }

    public Optional<Question> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Question question(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("no question " + id));
    }

    /// The pages of the check without an account, each with only the questions that it asks.
    public List<Page> eligibilityCheck() {
        return pages().stream()
                .map(page -> keep(page, Question::inEligibilityCheck))
                .filter(page -> !page.questions().isEmpty())
                .toList();
    }

    /// The page with the questions that are asked in view of the answers so far.
    public Page shown(Page page, Answers answers, LocalDate today) {
        var asked = asked(answers, today);
        return keep(page, asked::contains);
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

    /// The required questions that are asked and not answered yet, in order.
    public List<Question> open(Answers answers, LocalDate today) {
        return asked(answers, today).stream()
                .filter(Question::required)
                .filter(question -> answers.to(question.id()).isEmpty())
                .toList();
    }

    /// Checks what a form sent for one question. Fields are named by the question's id, and their parts behind a dot:
    /// `birth_date.day`.
    public CheckedAnswer check(String questionId, Map<String, String> form, LocalDate today) {
        return new AnswerForm(question(questionId), form, today, countries).check();
    }

    /// Checks a page at once. Nothing of it is lost: what is right is accepted beside what is refused.
    public CheckedPage check(Page page, Map<String, String> form, LocalDate today) {
        var accepted = new LinkedHashMap<String, Value>();
        var refused = new ArrayList<FieldFault>();
        var leftEmpty = new ArrayList<String>();
        for (var question : page.questions()) {
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
