package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.server.application.GroundView;

/// A decision as the person it is about reads it.
///
/// @param key         of its texts
/// @param ground      the ground in words, with the law's own; empty where it rests on none
/// @param letter      whether there is a letter to read
/// @param wordsIn     tag of the language in which the officer wrote; null where that was not said
/// @param whyKey      of the sentence that says why more is needed; empty unless it is
/// @param papers      that are asked for
/// @param questions   that are asked again, in words
/// @param grounds     what the rules said of the answers; empty where it can be shown no longer
/// @param more        longer to answer; null where no time runs
/// @param answerUntil the last day to answer; null where there is nothing to answer
/// @param mayAnswer   whether an answer is still open
/// @param reply       what the person said; null if nothing yet
public record MessagePage(
        String id,
        String key,
        String openingKey,
        String number,
        LocalDate day,
        List<String> ground,
        boolean letter,
        String reason,
        String cure,
        @Nullable String wordsIn,
        String whyKey,
        List<Paper> papers,
        List<String> questions,
        @Nullable LocalDate answerUntil,
        @Nullable MoreTimeView more,
        List<GroundView> grounds,
        boolean mayAnswer,
        @Nullable String reply,
        @Nullable LocalDate replied,
        Typed typed,
        String yours,
        AppealView appeal) {

    /// A paper that is asked for.
    ///
    /// @param sendable whether it is sent from home; else it is shown at a centre
    public record Paper(String id, String title, boolean sendable) {}

    /// What stands in the answer's field.
    ///
    /// @param fault the key of what is wrong with it; empty if nothing is
    /// @param held  whether it was typed before the session ended
    public record Typed(String words, String fault, boolean held) {
        static final Typed NOTHING = new Typed("", "", false);

        static Typed wrong(String words, String fault) {
            return new Typed(words, fault, false);
        }
    }

    public String fault() {
        return typed.fault();
    }
}
