package org.kith.credential.qr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Shortens the two names of a card until it fits a QR code.
final class NameFitting {
    private static final String ELLIPSIS = "…";
    private static final int FEWEST_LETTERS = 4;

    private NameFitting() {}

    static CardQr fit(CardQr card) {
        if (card.size() <= CardQr.MAX_BYTES) return card;

        var latin = new Name(card.fullName());
        var ownScript = new Name(card.nameInOwnScript());
        var fitted = card;
        while (fitted.size() > CardQr.MAX_BYTES) {
            longerThatMayBeCut(latin, ownScript).cut();
            fitted = card.withNames(latin.required(), ownScript.text());
        }
        return fitted;
    }

    private static Name longerThatMayBeCut(Name latin, Name ownScript) {
        if (!latin.mayBeCut() && !ownScript.mayBeCut()) {
            throw new IllegalArgumentException("The addresses leave no room for a name in the QR code.");
        }
        if (!latin.mayBeCut()) return ownScript;
        if (!ownScript.mayBeCut()) return latin;
        return ownScript.bytes() >= latin.bytes() ? ownScript : latin;
    }

    /// A name as the letters a reader sees (extended grapheme clusters, UAX #29), and how many of them are
    /// kept.
    private static final class Name {
        private final @Nullable String whole;
        private final List<String> letters;
        private int kept;

        Name(@Nullable String whole) {
            this.whole = whole;
            this.letters = whole == null ? List.of() : letters(whole);
            this.kept = letters.size();
        }

        void cut() {
            kept--;
        }

        boolean mayBeCut() {
            return kept > FEWEST_LETTERS;
        }

        int bytes() {
            var text = text();
            return text == null ? 0 : text.getBytes(UTF_8).length;
        }

        String required() {
            var text = text();
            if (text == null) throw new IllegalStateException("The Latin name is never absent.");
            return text;
        }

        @Nullable
        String text() {
            if (kept == letters.size()) return whole;
            return String.join("", letters.subList(0, kept)).strip() + ELLIPSIS;
        }

        private static List<String> letters(String text) {
            var boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
            boundaries.setText(text);
            var letters = new ArrayList<String>();
            var from = boundaries.first();
            for (var to = boundaries.next(); to != BreakIterator.DONE; to = boundaries.next()) {
                letters.add(text.substring(from, to));
                from = to;
            }
            return letters;
        }
    }
}
