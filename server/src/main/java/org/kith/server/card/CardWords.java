package org.kith.server.card;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kith.pack.Pack;
import org.kith.pack.programme.CredentialDefinition;
import org.kith.pack.programme.CredentialDefinition.ClaimSource.FromAnswer;
import org.kith.pack.question.Answers;
import org.kith.pack.question.Value;

/// What stands on a card about its holder, as it was when the card was issued. Sealed under the holder's key.
///
/// @param latin as the passport spells it
/// @param own   as the person writes it; null where that is the same
/// @param born  year of birth
public record CardWords(String latin, @Nullable String own, int born) {
    private static final String CARD = "card";

    /// Reads the answers that the pack puts on its card.
    static CardWords of(Pack pack, Answers answers) {
        var card = pack.credential(CARD).orElseThrow(() -> new IllegalStateException("the pack has no card"));
        var name = answers.to(question(card, "given_name"), Value.Name.class).orElseThrow();
        var birth = answers.to(question(card, "birthdate"), Value.Day.class).orElseThrow();
        var latin = name.inPassport();
        var own = name.inOwnScript();
        return new CardWords(
                latin, isSame(latin, own) ? null : own, birth.date().earliest().getYear());
    }

    private static String question(CredentialDefinition card, String claim) {
        return card.claims().stream()
                .filter(each -> each.name().equals(claim) && each.source() instanceof FromAnswer)
                .map(each -> ((FromAnswer) each.source()).question())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the pack's card has no " + claim + " from an answer"));
    }

    private static boolean isSame(String latin, String own) {
        return own.isBlank() || own.toUpperCase(Locale.ROOT).equals(latin.toUpperCase(Locale.ROOT));
    }

    @Override
    public String toString() {
        return "CardWords[…]";
    }
}
