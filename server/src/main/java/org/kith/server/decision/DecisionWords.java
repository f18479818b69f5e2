package org.kith.server.decision;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a decision says and rests on. It is about the person, so it is sealed under their key.
///
/// @param reason   in words that the person reads
/// @param cure     what would change it; empty where nothing is refused
/// @param papers   codes of the pack's catalogue that are asked for
/// @param lookedAt codes of the papers that lay in the case
/// @param trace    what the rules said on that day, in canonical form; empty for a card
/// @param returned why a second officer gave it back; empty unless they did
/// @param asked    questions of the pack that are asked again, and why more is needed; null unless it is
/// @param language tag of the language in which the officer wrote; null where that was not said
public record DecisionWords(
        String reason,
        String cure,
        List<String> papers,
        List<String> lookedAt,
        String trace,
        String returned,
        @Nullable Asked asked,
        @Nullable String language) {
    public DecisionWords {
        papers = List.copyOf(papers);
        lookedAt = List.copyOf(lookedAt);
    }

    /// What is asked again beside papers, and why.
    public record Asked(WhyMore why, List<String> questions) {
        public Asked {
            questions = List.copyOf(questions);
        }
    }

    /// Questions of the pack that are asked again.
    public List<String> questions() {
        return asked == null ? List.of() : asked.questions();
    }

    static DecisionWords reasons(String reason) {
        return new DecisionWords(reason, "", List.of(), List.of(), "", "", null, null);
    }

    static DecisionWords refusing(String reason, String cure) {
        return new DecisionWords(reason, cure, List.of(), List.of(), "", "", null, null);
    }

    static DecisionWords asking(Finding.MoreNeeded more) {
        var papers = more.papers().stream().sorted().toList();
        var questions = more.questions().stream().sorted().toList();
        return new DecisionWords(more.reason(), "", papers, List.of(), "", "", new Asked(more.why(), questions), null);
    }

    /// Once nobody can read it any more.
    public static DecisionWords erased() {
        return reasons("");
    }

    DecisionWords writtenIn(String tag) {
        return new DecisionWords(reason, cure, papers, lookedAt, trace, returned, asked, tag.isEmpty() ? null : tag);
    }

    DecisionWords restingOn(List<String> seen, String canonicalTrace) {
        return new DecisionWords(reason, cure, papers, seen, canonicalTrace, returned, asked, language);
    }

    DecisionWords returnedFor(String why) {
        return new DecisionWords(reason, cure, papers, lookedAt, trace, why, asked, language);
    }

    @Override
    public String toString() {
        return "DecisionWords[…]";
    }
}
