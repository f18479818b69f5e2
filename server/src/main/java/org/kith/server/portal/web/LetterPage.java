package org.kith.server.portal.web;

import org.kith.server.decision.DecisionLetter;

/// A decision's letter.
///
/// @param id    of the decision
/// @param print whether the person is told how to print it
public record LetterPage(String id, DecisionLetter letter, boolean print) {}
