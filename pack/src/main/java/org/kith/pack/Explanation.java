package org.kith.pack;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kith.pack.eligibility.ClauseTrace;
import org.kith.pack.eligibility.EvidenceNeed;
import org.kith.pack.eligibility.GroundTrace;
import org.kith.pack.eligibility.Said;
import org.kith.pack.eligibility.Trace;
import org.kith.pack.programme.Evidence.Paper;
import org.kith.pack.question.ValueText;
import org.kith.pack.rule.Outcome;
import org.kith.pack.source.Block;
import org.kith.pack.text.Texts;

/// Says a trace in words of a language: ground by ground, what each finding rests on and what would change it.
public final class Explanation {
    private final Pack pack;
    private final Texts texts;

    public Explanation(Pack pack, Texts texts) {
        this.pack = pack;
        this.texts = texts;
    }

    /// The trace as plain text, for the command line.
    public String of(Trace trace) {
        var lines = new StringBuilder();
        lines.append("%s, %s, version %s, %s%n"
                .formatted(
                        texts.text("state.name"),
                        texts.text("card.name"),
                        pack.version(),
                        ValueText.date(trace.on(), texts)));
        trace.grounds().forEach(ground -> lines.append(System.lineSeparator()).append(of(ground)));
        return lines.toString();
    }

    private String of(GroundTrace ground) {
        var lines = new StringBuilder("%s: %s%n".formatted(texts.text(ground.titleKey()), outcome(ground.result())));
        ground.clauses().forEach(clause -> lines.append(of(clause)));
        lines.append("  %s%n".formatted(texts.text(ground.reasonKey())));
        ground.cureKey().ifPresent(key -> lines.append("  %s: %s%n".formatted(cure(ground.result()), texts.text(key))));
        for (var need : ground.evidence()) lines.append("  %s: %s%n".formatted(texts.text("trace.need"), papers(need)));
        return lines.append("  %s%n".formatted(texts.text(ground.lawKey()))).toString();
    }

    private String of(ClauseTrace clause) {
        var lines = new StringBuilder("  %s: %s%n"
                .formatted(texts.text("finding." + Block.spelt(clause.result())), texts.text(clause.textKey())));
        if (!clause.said().isEmpty()) lines.append("      %s%n".formatted(said(clause.said())));
        clause.cureKey()
                .ifPresent(key -> lines.append("      %s: %s%n".formatted(cure(clause.result()), texts.text(key))));
        return lines.toString();
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
        return need.anyOf().size() == 1 ? names : texts.text("trace.any-of", Map.of("papers", names));
    }

    private String outcome(Outcome result) {
        return texts.text("outcome." + Block.spelt(result));
    }

    private String cure(Outcome result) {
        return texts.text(result == Outcome.UNKNOWN ? "trace.settle" : "trace.cure");
    }
}
