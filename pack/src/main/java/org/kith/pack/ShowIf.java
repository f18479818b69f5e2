package org.kith.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Condition;
import org.kith.pack.question.Page;
import org.kith.pack.question.PageDraft;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionDraft;
import org.kith.pack.question.Section;
import org.kith.pack.question.SectionDraft;
import org.kith.pack.question.Value;
import org.kith.pack.rule.Facts;
import org.kith.pack.rule.Outcome;
import org.kith.pack.rule.Rule;
import org.kith.pack.rule.RuleCompiler;
import org.kith.pack.source.Faults;
import org.kith.pack.source.Word;

/// Gives each question the rule that says when it is asked; such a rule may look at earlier questions only.
final class ShowIf {
    private final RuleCompiler rules;
    private final Faults faults;
    private final Map<String, Question> earlier = new LinkedHashMap<>();

    ShowIf(RuleCompiler rules, Faults faults) {
        this.rules = rules;
        this.faults = faults;
    }

    List<Section> compile(List<SectionDraft> drafts) {
        return drafts.stream()
                .map(section -> new Section(
                        section.id(), section.pages().stream().map(this::page).toList()))
                .toList();
    }

    private Page page(PageDraft draft) {
        var questions = new ArrayList<Question>();
        for (var each : draft.questions()) questions.add(question(each));
        // Questions of one page are shown together, so none of them can hang on another.
        questions.forEach(question -> earlier.put(question.id(), question));
        return new Page(draft.id(), questions);
    }

    private Question question(QuestionDraft draft) {
        if (draft.showIf().isEmpty()) return draft.question();
        var written = draft.showIf().get();
        var rule = rules.compile(written, Set.of());
        if (rule.isEmpty()) return draft.question();

        rule.get().names().forEach(name -> allowed(name, draft.question(), written));
        var compiled = rule.get();
        var seen = earlier.values().stream()
                .filter(each -> compiled.names().contains(each.id()))
                .toList();
        return draft.question().shownIf(new ByRule(compiled, seen));
    }

    /// A rule over the questions of earlier pages.
    private record ByRule(Rule rule, List<Question> earlier) implements Condition {
        @Override
        public boolean isMet(Answers answers, LocalDate today) {
            return rule.on(Facts.of(earlier, answers, today)) == Outcome.MET;
        }

        @Override
        public boolean isRuledOut(Answers answers, Set<String> never, LocalDate today) {
            return switch (rule.on(Facts.of(earlier, answers, today))) {
                case MET -> false;
                case NOT_MET -> true;
                case UNKNOWN -> earlier.stream().map(Question::id).noneMatch(id -> isOpen(id, answers, never));
            };
        }

        private static boolean isOpen(String question, Answers answers, Set<String> never) {
            if (never.contains(question)) return false;
            return switch (answers.to(question).orElse(null)) {
                case null -> true;
                case Value.NotKnown() -> true;
                case Value.Group(var _, var complete) -> !complete;
                default -> false;
            };
        }
    }

    private void allowed(String name, Question question, Word written) {
        if (name.equals("today") || rules.isUnreadable(name)) return;
        var asked = earlier.get(name);
        if (asked == null) {
            faults.add(written.place(), "`" + name + "` is not asked on an earlier page", "move the question back");
        } else if (question.inEligibilityCheck() && !asked.inEligibilityCheck()) {
            faults.add(
                    written.place(),
                    "`" + name + "` is not asked in the eligibility check",
                    "add `eligibility-check: true` to it");
        }
    }
}
