package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kith.server.decision.Appeal.Hearing;
import org.kith.server.decision.Decision;
import org.kith.server.decision.Verdict;

/// A decision with its reasons, as officers see it.
///
/// @param first    who made or proposed it, by name
/// @param second   who signed it or gave it back
/// @param ground   in words
/// @param whyKey   of the sentence that says why more is needed; empty unless it is
/// @param papers   and questions that are asked for, in words
/// @param returned why it was given back
/// @param reply    what the person said to it; null if nothing yet
/// @param aside    what other decisions and officers say of it
public record CaseDecisionView(
        String id,
        String number,
        Verdict verdict,
        Decision.State state,
        LocalDate day,
        String first,
        String second,
        String ground,
        String reason,
        String cure,
        String whyKey,
        List<String> papers,
        String returned,
        @Nullable LocalDate answerUntil,
        @Nullable String reply,
        @Nullable LocalDate replied,
        Aside aside) {
    /// What other decisions and officers say of it.
    ///
    /// @param corrects  number of the one whose place it takes; empty if none
    /// @param corrected number of the one that takes its place; empty if none
    /// @param instead   what the second officer would have decided; null unless they saw it otherwise
    /// @param view      in their words
    /// @param appealed  null unless it was
    public record Aside(
            String corrects,
            String corrected,
            @Nullable Verdict instead,
            String view,
            @Nullable Appealed appealed) {}

    /// What the person holds against it.
    ///
    /// @param hearing whether they want to be heard face to face, or were
    /// @param booked  the time they chose for that; empty if none
    /// @param minutes of what they said then; empty if nothing was put down
    public record Appealed(
            LocalDate day,
            String words,
            Hearing hearing,
            String booked,
            @Nullable LocalDate heard,
            String minutes) {}
}
