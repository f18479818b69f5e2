package org.kith.pack.programme;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.kith.pack.rule.Rule;

/// What a card or the outcome of a service carries. Its name is the text `credential.<id>.title`.
///
/// @param vct the SD-JWT VC type
/// @param doctype the mdoc document type, if it is issued as one
public record CredentialDefinition(
        String id, String vct, Optional<String> doctype, Period validFor, List<Claim> claims) {
    public CredentialDefinition {
        claims = List.copyOf(claims);
    }

    public String titleKey() {
        return "credential." + id + ".title";
    }

    /// One thing a credential says.
    ///
    /// @param always whether every verifier sees it; otherwise the holder chooses
    public record Claim(String name, ClaimSource source, boolean always) {
        public String titleKey() {
            return "claim." + name;
        }
    }

    /// Where a claim's value comes from.
    public sealed interface ClaimSource {
        /// An answer as the person gave it.
        ///
        /// @param part of the answer (`given` of a name), or empty for the whole
        record FromAnswer(String question, Optional<String> part) implements ClaimSource {}

        record FromCard(CardFact fact) implements ClaimSource {}

        /// True or false by a rule over the answers on the day of issue.
        record FromRule(Rule rule) implements ClaimSource {}
    }

    /// What the software knows about a card.
    public enum CardFact {
        NUMBER,
        STATE,
        ISSUED,
        EXPIRES,
        PORTRAIT
    }
}
