package org.kith.server.decision;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.pack.text.Texts;
import org.kith.server.decision.DecisionLetter.Fact;
import org.kith.server.decision.DecisionLetter.Form;
import org.kith.server.decision.DecisionLetter.Line;
import org.kith.server.decision.DecisionLetter.Part;

/// Puts words into a letter's language: ours, and the pack's.
record LetterPen(Locale language, org.kith.server.site.Texts ours, Texts packTexts) {
    String text(String key, Object... values) {
        return ours.text(language, key, values);
    }

    String pack(String key) {
        return packTexts.text(key);
    }

    String pair(String name, String valueKey) {
        return packTexts.text("word.pair", Map.of("name", name, "value", packTexts.text(valueKey)));
    }

    String day(LocalDate day) {
        return DateFormat.getDateInstance(DateFormat.LONG, language).format((Temporal) day);
    }

    Fact fact(String what, String value) {
        return new Fact(text("letter." + what), value);
    }

    Part part(String heading, List<Line> lines) {
        return new Part(text(heading), lines);
    }

    Line line(String text) {
        return new Line(Form.TEXT, text, language.toLanguageTag());
    }

    Line item(String text) {
        return new Line(Form.ITEM, text, language.toLanguageTag());
    }

    /// An officer's own words, which nobody translates; where they are not in the person's language, the letter says
    /// so.
    ///
    /// @param written tag of the language the officer wrote in; null where that was not said
    List<Line> officersWords(String words, @Nullable String written) {
        if (words.isEmpty()) return List.of();

        var line = new Line(Form.WORDS, words, written == null ? "" : written);
        if (written == null || isOwn(written)) return List.of(line);
        var name = ULocale.getDisplayName(written, ULocale.forLocale(language));
        return List.of(line(text("letter.other-language", name)), line);
    }

    private boolean isOwn(String written) {
        return Locale.forLanguageTag(written).getLanguage().equals(language.getLanguage());
    }
}
