package org.kith.server.desk.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.pack.text.Texts;
import org.kith.server.decision.Decision;
import org.kith.server.decision.DecisionWords;
import org.kith.server.decision.Decisions;
import org.kith.server.decision.Replies;
import org.kith.server.decision.Replies.Reply;
import org.kith.server.decision.Subject;
import org.kith.server.programme.Programme;
import org.kith.server.staff.OfficerEntry;
import org.kith.server.staff.OfficerId;
import org.kith.server.staff.Officers;
import org.springframework.stereotype.Component;

/// Says decisions in words for officers.
@Component
class CaseViews {
    private final Decisions decisions;
    private final Replies replies;
    private final Officers officers;
    private final Programme programme;

    CaseViews(Decisions decisions, Replies replies, Officers officers, Programme programme) {
        this.decisions = decisions;
        this.replies = replies;
        this.officers = officers;
        this.programme = programme;
    }

    /// All about a subject, the newest first.
    List<CaseDecisionView> about(Subject subject) {
        return decisions.about(subject).stream().map(this::view).toList();
    }

    CaseDecisionView view(Decision decision) {
        var words = decisions.words(decision).orElse(DecisionWords.erased());
        var texts = texts(decision);
        var ground = decision.ground();
        var reply = replies.to(decision);
        return new CaseDecisionView(
                decision.id().value().toString(),
                decision.number().printed(),
                decision.verdict(),
                decision.state(),
                decision.day(),
                name(decision.first()),
                name(decision.second()),
                ground == null ? "" : texts.text("ground." + ground + ".title"),
                words.reason(),
                words.cure(),
                words.asked() == null ? "" : words.asked().why().key(),
                asked(words, decision, texts),
                words.returned(),
                decision.answerUntil(),
                reply.map(Reply::words).orElse(null),
                reply.map(said -> LocalDate.ofInstant(said.at(), ZoneOffset.UTC))
                        .orElse(null));
    }

    private List<String> asked(DecisionWords words, Decision decision, Texts texts) {
        var questions = programme.version(decision.pack()).questions();
        var papers = words.papers().stream().map(code -> texts.text("evidence." + code + ".title"));
        var again = words.questions().stream().flatMap(code -> questions.find(code).stream());
        return Stream.concat(papers, again.map(question -> texts.text(question.labelKey())))
                .toList();
    }

    String name(@Nullable OfficerId officer) {
        return officer == null
                ? ""
                : officers.find(officer).map(OfficerEntry::name).orElse("");
    }

    private Texts texts(Decision decision) {
        return programme.version(decision.pack()).messages().in(Locale.ENGLISH.toLanguageTag());
    }
}
