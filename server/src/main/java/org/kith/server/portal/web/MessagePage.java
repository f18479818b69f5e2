package org.kith.server.portal.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A decision as the person it is about reads it.
///
/// @param key         of its texts
/// @param ground      the ground in words, with the law's own; empty where it rests on none
/// @param papers      that are asked for
/// @param answerUntil the last day to answer; null where there is nothing to answer
/// @param mayAnswer   whether an answer is still open
/// @param reply       what the person said; null if nothing yet
public record MessagePage(
        String id,
        String key,
        String number,
        LocalDate day,
        List<String> ground,
        String reason,
        String cure,
        List<Paper> papers,
        @Nullable LocalDate answerUntil,
        boolean mayAnswer,
        boolean mayAddPapers,
        @Nullable String reply,
        @Nullable LocalDate replied,
        String fault) {

    /// A paper that is asked for.
    ///
    /// @param sendable whether it is sent from home; else it is shown at a centre
    public record Paper(String id, String title, boolean sendable) {}
}
