package org.kith.server.decision;

import java.util.List;

/// What a decision says and rests on. It is about the person, so it is sealed under their key.
///
/// @param reason   in words that the person reads
/// @param cure     what would change it; empty where nothing is refused
/// @param papers   codes of the pack's catalogue that are asked for
/// @param lookedAt codes of the papers that lay in the case
/// @param trace    what the rules said on that day, in canonical form; empty for a card
/// @param returned why a second officer gave it back; empty unless they did
public record DecisionWords(
        String reason, String cure, List<String> papers, List<String> lookedAt, String trace, String returned) {
    public DecisionWords {
        papers = List.copyOf(papers);
        lookedAt = List.copyOf(lookedAt);
    }

    static DecisionWords reasons(String reason) {
        return new DecisionWords(reason, "", List.of(), List.of(), "", "");
    }

    DecisionWords restingOn(List<String> seen, String canonicalTrace) {
        return new DecisionWords(reason, cure, papers, seen, canonicalTrace, returned);
    }

    DecisionWords returnedFor(String why) {
        return new DecisionWords(reason, cure, papers, lookedAt, trace, why);
    }

    @Override
    public String toString() {
        return "DecisionWords[…]";
    }
}
