package org.kith.server.site;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// What a state puts on every page. The programme provides it, so that pages know nothing of packs.
///
/// @param cardName  what the card is called, in a language
/// @param stateName what the state is called, in a language
/// @param languages the languages its pages are written in, the first being the one to fall back to
/// @param colours   its colours, as rules that come after our stylesheet's; empty where it wears ours
public record Brand(
        Function<Locale, String> cardName, Function<Locale, String> stateName, List<Locale> languages, String colours) {
    public Locale fallback() {
        return languages.getFirst();
    }
}
