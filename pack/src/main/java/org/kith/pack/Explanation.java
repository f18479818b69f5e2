package org.kith.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kith.pack.eligibility.ClauseTrace;
import org.kith.pack.eligibility.EvidenceNeed;
import org.kith.pack.eligibility.GroundTrace;
import org.kith.pack.eligibility.Said;
import org.kith.pack.eligibility.Trace;
import org.kith.pack.programme.Evidence.Paper;
import org.kith.pack.question.Answers;
import org.kith.pack.question.ValueText;
import org.kith.pack.rule.Outcome;
import org.kith.pack.source.Block;
import org.kith.pack.text.Texts;
import org.kith.pack.visit.VisitKind;

/// Says a trace in words of a language: ground by ground, what each finding rests on and what would change it.
public final class Explanation {
    private final Pack pack;
    private final Texts texts;

    public Explanation(Pack pack, Texts texts) {
        this.pack = pack;
        this.texts = texts;
    }

    /// The trace as plain text, for the command line.
    ///
    /// @param answers behind the trace; what is not asked of them is told
    public String of(Trace trace, Answers answers) {
        var lines = new StringBuilder();
        lines.append("%s, %s, version %s, %s%n"
                .formatted(
                        texts.text("state.name"),
                        texts.text("card.name"),
                        pack.version(),
                        ValueText.date(trace.on(), texts)));
        lines.append(overall(trace)).append(System.lineSeparator());
        trace.grounds().forEach(ground -> lines.append(System.lineSeparator()).append(of(ground)));
        notAsked(trace, answers).ifPresent(note -> lines.append("%n%s%n".formatted(note)));
        return lines.toString();
    }

    private String overall(Trace trace) {
        if (trace.grounds().isEmpty()) return texts.text("trace.none");
        var met = trace.grounds().stream()
                .filter(ground -> ground.result() == Outcome.MET)
                .map(ground -> texts.text(ground.titleKey()))
                .collect(Collectors.joining("; "));
        return switch (trace.overall()) {
            case MET -> texts.text("trace.by", Map.of("grounds", met));
            case UNKNOWN -> texts.text("outcome.unknown");
            case NOT_MET -> texts.text("trace.by-none");
        };
    }

    /// The answers to questions that the other answers leave out; the rules do not see them.
    private Optional<String> notAsked(Trace trace, Answers answers) {
        var standing = pack.questions().standing(answers, trace.on());
        var left = answers.values().keySet().stream()
                .filter(id -> standing.to(id).isEmpty())
                .toList();
        return left.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.text("trace.not-asked", Map.of("questions", String.join(", ", left))));
    }

    private String of(GroundTrace ground) {
        var lines = new StringBuilder(line("", texts.text(ground.titleKey()), outcome(ground.result())));
        ground.clauses().stream()
                .filter(clause -> !clause.ruledOut() || ground.result() == Outcome.UNKNOWN)
                .forEach(clause -> lines.append(of(clause)));
        lines.append("  %s%n".formatted(texts.text(ground.reasonKey())));
        ground.cureKey().ifPresent(key -> lines.append(line("  ", cure(ground.result()), texts.text(key))));
        if (ground.result() == Outcome.MET) {
            for (var need : ground.evidence()) lines.append(line("  ", texts.text("trace.need"), papers(need)));
            pack.visits()
                    .talkOn(ground.ground())
                    .ifPresent(talk -> lines.append(line("  ", texts.text("trace.talk"), talk(talk))));
        }
        return lines.append("  %s%n".formatted(texts.text(ground.lawKey()))).toString();
    }

    /// A clause that nothing asked can settle keeps its ground open for ever: the author should see that.
    private String of(ClauseTrace clause) {
        var lines = new StringBuilder(
                line("  ", texts.text("finding." + Block.spelt(clause.result())), texts.text(clause.textKey())));
        if (!clause.said().isEmpty()) lines.append("      %s%n".formatted(said(clause.said())));
        if (clause.ruledOut()) {
            var open = Map.of("questions", String.join(", ", clause.open()));
            lines.append("      %s%n".formatted(texts.text("trace.ruled-out", open)));
        }
        clause.cureKey().ifPresent(key -> lines.append(line("      ", cure(clause.result()), texts.text(key))));
        return lines.toString();
    }

    private String line(String indent, String name, String value) {
        return "%s%s%n".formatted(indent, texts.text("word.pair", Map.of("name", name, "value", value)));
    }

    /// What the person said, as the check page and the caseworker's page show it below a finding.
    public String said(List<Said> said) {
        var answers = said.stream()
                .map(each -> ValueText.of(
                        pack.questions().question(each.question()),
                        each.value(),
                        pack.questions().countries(),
                        texts))
                .collect(Collectors.joining("; "));
        return texts.text("trace.said", Map.of("answers", answers));
    }

    /// The papers of a need by their names, any one of which is enough.
    public String papers(EvidenceNeed need) {
        var names = need.anyOf().stream()
                .flatMap(id -> pack.evidence().find(id).stream())
                .map(Paper::titleKey)
                .map(texts::text)
                .collect(Collectors.joining("; "));
        var papers = need.anyOf().size() == 1 ? names : texts.text("trace.any-of", Map.of("papers", names));
        return need.each()
                .map(pack.questions()::question)
                .map(group -> texts.text(texts.has(group.shortKey()) ? group.shortKey() : group.labelKey()))
                .map(group -> texts.text("trace.each", Map.of("papers", papers, "group", group)))
                .orElse(papers);
    }

    private String talk(VisitKind visit) {
        var instead = visit.talk().orElseThrow().certificates();
        var names = pack.evidence().papers().stream()
                .filter(paper -> instead.contains(paper.id()))
                .map(paper -> texts.text(paper.titleKey()))
                .collect(Collectors.joining("; "));
        var title = texts.text(visit.titleKey());
        return names.isEmpty() ? title : texts.text("trace.talk-or", Map.of("talk", title, "papers", names));
    }

    private String outcome(Outcome result) {
        return texts.text("outcome." + Block.spelt(result));
    }

    private String cure(Outcome result) {
        return texts.text(result == Outcome.UNKNOWN ? "trace.settle" : "trace.cure");
    }
}
