package org.kith.server.decision;

import java.util.Set;

/// What a caseworker finds in an application.
public sealed interface Finding {
    String reason();

    /// Tag of the language in which the officer wrote; empty where that was not said.
    String language();

    /// They are to have a card.
    ///
    /// @param ground of the pack, on which the person belongs
    record Approval(String ground, String reason, String language) implements Finding {
        public Approval {
            requireWords(reason);
        }

        public Approval(String ground, String reason) {
            this(ground, reason, "");
        }
    }

    /// Something is missing.
    ///
    /// @param papers    codes of the pack's catalogue; nothing else can be asked for
    /// @param questions of the pack, to say more about
    /// @param reason    the officer's own words beside `why`; may be empty
    record MoreNeeded(WhyMore why, Set<String> papers, Set<String> questions, String reason, String language)
            implements Finding {
        public MoreNeeded {
            if (papers.isEmpty() && questions.isEmpty()) {
                throw new IllegalArgumentException("Whoever asks for more says for what.");
            }
            papers = Set.copyOf(papers);
            questions = Set.copyOf(questions);
        }
    }

    /// Nobody is refused unheard: this is a notice, with reasons and time to answer.
    ///
    /// @param ground that is not met
    /// @param cure   what would change it
    record IntendedRefusal(String ground, String reason, String cure, String language) implements Finding {
        public IntendedRefusal {
            requireWords(reason);
            requireWords(cure);
        }
    }

    /// They are not to have a card on this ground, and were heard on it.
    ///
    /// @param cure what would change it
    record Refusal(String ground, String reason, String cure, String language) implements Finding {
        public Refusal {
            requireWords(reason);
            requireWords(cure);
        }

        public Refusal(String ground, String reason, String cure) {
            this(ground, reason, cure, "");
        }
    }

    private static void requireWords(String words) {
        if (words.isBlank()) throw new IllegalArgumentException("A decision gives its reasons in words.");
    }
}
