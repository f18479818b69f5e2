package org.kith.server.application.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.pack.rule.Outcome;
import org.kith.server.application.GroundView;

/// What the rules say of someone who has not told us who they are.
///
/// @param answers short name of each question and what was said
/// @param notOpen texts that say how open the programme is where they live; null where it is open, or not known
public record EligibilityResultPage(
        Outcome overall,
        List<GroundView> grounds,
        Map<String, String> answers,
        String firstPage,
        @Nullable String notOpen) {}
