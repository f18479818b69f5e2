package org.kith.pack.programme;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// For what a card may be suspended or revoked in the state's name, and what holds for stops that a court orders.
///
/// @param hiddenAtMost how long a person may not be told of a stop where the order forbids it; zero where they always
/// are
public record CardCauses(List<Cause> causes, Period hiddenAtMost) {
    /// Of a programme that names none: a measure rests on its reason alone, and nothing is done at once.
    public static final CardCauses NONE = new CardCauses(List.of(), Period.ZERO);

    public CardCauses {
        causes = List.copyOf(causes);
    }

    public enum Use {
        SUSPEND,
        REVOKE
    }

    /// A cause. Its texts are `cause.<id>.title` and that of its law.
    ///
    /// @param atOnce whether a card is suspended for it at once, and its holder heard afterwards
    public record Cause(String id, String lawKey, Set<Use> uses, boolean atOnce) {
        public Cause {
            uses = Set.copyOf(uses);
        }

        public String titleKey() {
            return "cause." + id + ".title";
        }
    }

    public Optional<Cause> find(String id) {
        return causes.stream().filter(cause -> cause.id().equals(id)).findFirst();
    }
}
