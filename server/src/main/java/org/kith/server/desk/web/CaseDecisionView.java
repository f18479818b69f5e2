package org.kith.server.desk.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
        @Nullable LocalDate replied) {}
