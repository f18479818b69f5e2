package org.kith.pack.programme;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.kith.pack.question.Questions;

/// A service of the state, named by the texts `service.<id>.title` and `service.<id>.summary`.
///
/// @param form what is asked of whoever wants it; nothing, where the card alone is enough
/// @param steps what happens then, in order
public record Service(String id, Who openTo, Questions form, List<Step> steps, Optional<Outcome> outcome) {
    public Service {
        steps = List.copyOf(steps);
    }

    public enum Who {
        HOLDERS,
        ANYONE
    }

    /// Something that happens to a request, named by the text `service.<id>.step.<step>`.
    ///
    /// @param within the time it should take at most
    public record Step(String id, By by, Period within) {}

    public enum By {
        PROGRAMME,
        PROVIDER,
        HOLDER
    }

    /// What a request ends with, if all goes well.
    ///
    /// @param credential which of the pack's credentials is issued; empty for any other kind
    public record Outcome(Kind kind, Optional<String> credential) {
        public enum Kind {
            MESSAGE,
            DOCUMENT,
            CREDENTIAL
        }
    }

    public String titleKey() {
        return "service." + id + ".title";
    }

    public String summaryKey() {
        return "service." + id + ".summary";
    }

    public String stepKey(Step step) {
        return "service." + id + ".step." + step.id();
    }
}
