package org.kith.pack;

import java.util.HashMap;
import java.util.Map;
import org.kith.pack.question.Answers;

/// Answers of some people to Utopia's questions.
final class SomeAnswers {
    private SomeAnswers() {}

    /// Grandmother from Amaurot, with papers; knows no Utopian and was never a citizen.
    static Answers granddaughter(Pack pack) {
        return of(
                pack,
                Map.of(
                        "forebear",
                        "mothers-mother",
                        "line_papers",
                        "all",
                        "speaks_utopian",
                        "not",
                        "was_citizen",
                        false));
    }

    /// Speaks Utopian at home; nobody from there in the family.
    static Answers speaker(Pack pack) {
        return of(
                pack,
                Map.of(
                        "forebear",
                        "none",
                        "speaks_utopian",
                        "at-home",
                        "language_proof",
                        "school",
                        "was_citizen",
                        false));
    }

    static Answers stranger(Pack pack) {
        return of(pack, Map.of("forebear", "none", "speaks_utopian", "not", "was_citizen", false));
    }

    static Answers of(Pack pack, Map<String, ?> neutral) {
        return Answers.ofNeutral(pack.questions(), new HashMap<>(neutral));
    }

    static Map<String, Object> notKnown() {
        return Map.of("not_known", true);
    }
}
