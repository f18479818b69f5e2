package org.kith.pack.programme;

import java.util.List;
import java.util.Optional;

/// How someone applies who is not of age yet. A programme without these rules takes adults only.
///
/// @param adultAt the age in years from which a person applies alone, and is asked afresh
/// @param consent whose word is needed
/// @param ownWordFrom the age in years from which the child is asked too
/// @param exceptions when the word of one guardian is enough, and what shows it
public record Guardians(
        int adultAt, Consent consent, Optional<Integer> ownWordFrom, List<CustodyException> exceptions) {
    public Guardians {
        exceptions = List.copyOf(exceptions);
    }

    public enum Consent {
        /// Each guardian signs, apart from the other.
        ALL,
        ONE
    }

    /// A reason why a guardian need not be asked: sole custody, a parent who died, a parent who cannot be found.
    ///
    /// @param anyOf papers of the catalogue, any one of which shows it
    public record CustodyException(String id, List<String> anyOf) {
        public CustodyException {
            anyOf = List.copyOf(anyOf);
        }

        public String titleKey() {
            return "guardian." + id + ".title";
        }
    }
}
