package org.kith.server.application;

import com.ibm.icu.text.ListFormatter;
import java.util.List;
import java.util.Optional;
import org.kith.pack.Pack;
import org.kith.pack.eligibility.ClauseTrace;
import org.kith.pack.eligibility.EvidenceNeed;
import org.kith.pack.eligibility.GroundTrace;
import org.kith.pack.eligibility.Said;
import org.kith.pack.eligibility.Trace;
import org.kith.pack.question.ValueText;
import org.kith.pack.rule.Outcome;
import org.kith.pack.text.Texts;

/// What the rules say of one ground, in words: the same for the person who checks and the officer who decides.
///
/// @param cure what would change a no, or settle an open question
/// @param need what papers would show it, one line for each need
/// @param rule the rule as the pack writes it, for those who want to see
public record GroundView(
        String id,
        String title,
        Outcome result,
        String reason,
        List<ClauseView> clauses,
        Optional<String> cure,
        String law,
        List<String> need,
        String rule) {

    /// One clause of the ground.
    ///
    /// @param id   by which the ground's rule names it
    /// @param said what the person said, as far as the clause rests on it
    public record ClauseView(String id, String text, Outcome result, List<String> said, String rule) {}

    public static List<GroundView> of(Trace trace, Pack pack, Texts texts) {
        return trace.grounds().stream().map(ground -> of(ground, pack, texts)).toList();
    }

    private static GroundView of(GroundTrace ground, Pack pack, Texts texts) {
        return new GroundView(
                ground.ground(),
                texts.text(ground.titleKey()),
                ground.result(),
                texts.text(ground.reasonKey()),
                ground.clauses().stream().map(clause -> of(clause, pack, texts)).toList(),
                ground.cureKey().map(texts::text),
                texts.text(ground.lawKey()),
                ground.evidence().stream().map(need -> anyOf(need, texts)).toList(),
                ground.rule());
    }

    /// One need: any one of these papers is enough.
    private static String anyOf(EvidenceNeed need, Texts texts) {
        var papers = need.anyOf().stream()
                .map(code -> texts.text("evidence." + code + ".title"))
                .toList();
        return ListFormatter.getInstance(texts.language().locale(), ListFormatter.Type.OR, ListFormatter.Width.WIDE)
                .format(papers);
    }

    private static ClauseView of(ClauseTrace clause, Pack pack, Texts texts) {
        return new ClauseView(
                clause.clause(),
                texts.text(clause.textKey()),
                clause.result(),
                clause.said().stream().map(said -> words(said, pack, texts)).toList(),
                clause.rule());
    }

    private static String words(Said said, Pack pack, Texts texts) {
        var question = pack.questions().question(said.question());
        return ValueText.of(question, said.value(), pack.questions().countries(), texts);
    }
}
