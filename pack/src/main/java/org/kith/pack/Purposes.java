package org.kith.pack;

import java.util.List;
import org.kith.pack.programme.Check;
import org.kith.pack.programme.Evidence;
import org.kith.pack.question.PageDraft;
import org.kith.pack.question.Question;
import org.kith.pack.question.QuestionDraft;
import org.kith.pack.question.SectionDraft;
import org.kith.pack.source.Faults;
import org.kith.pack.text.MessageFiles;

/// Tells of purposes that say nothing: "Required." is no reason.
final class Purposes {
    private static final int FEWEST_WORDS = 4;

    private final MessageFiles messages;
    private final Faults faults;

    Purposes(MessageFiles messages, Faults faults) {
        this.messages = messages;
        this.faults = faults;
    }

    void check(List<SectionDraft> sections, Evidence evidence, List<Check> checks) {
        sections.stream()
                .flatMap(section -> section.pages().stream())
                .map(PageDraft::questions)
                .flatMap(List::stream)
                .map(QuestionDraft::question)
                .forEach(this::question);
        evidence.papers().forEach(paper -> purpose(paper.purposeKey()));
        checks.forEach(check -> purpose(check.purposeKey()));
    }

    private void question(Question question) {
        purpose(question.purposeKey());
        question.group().ifPresent(group -> group.members().forEach(this::question));
    }

    private void purpose(String key) {
        messages.shownInEnglish(key)
                .filter(word -> word.text().split("\\s+", -1).length < FEWEST_WORDS)
                .ifPresent(word -> faults.add(
                        word.place(),
                        "a purpose that says nothing",
                        "say in a sentence what the answer is needed for"));
    }
}
