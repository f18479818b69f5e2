package org.kith.server.decision;

import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// A decision's letter as the person reads it: words and never keys of texts, so that a letter that went stays as it
/// was, whatever texts and packs say later.
///
/// @param language the tag of the person's own
/// @param facts    number, day, who decided and about what, each with its label
public record DecisionLetter(String language, String title, String said, List<Fact> facts, List<Part> parts) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    public DecisionLetter {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
    }

    /// A line of the letter's head.
    public record Fact(String label, String value) {}

    /// What stands under one heading.
    public record Part(String heading, List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /// How a line is set.
    public enum Form {
        TEXT,
        ITEM,
        /// An officer's own, as they typed them.
        WORDS
    }

    /// A line of text.
    ///
    /// @param language tag of that of an officer's own words; the letter's for all else
    public record Line(Form form, String text, String language) {}

    /// Stands for the letter whole: who has seen a letter with this seal has seen this letter.
    public String seal() {
        var bytes = JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// `rtl` or `ltr`.
    public String direction() {
        return ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "ltr";
    }

    @Override
    public String toString() {
        return "DecisionLetter[…]";
    }
}
