package org.kith.server.desk.web;

import java.util.List;
import java.util.Map;

/// The form of one deed that a person will read: what went before, and what the officer writes.
///
/// @param key       of its texts: title, text, and the word on the button
/// @param reference or number of what it is about, no name
/// @param back      where the officer came from
/// @param action    where the form goes
/// @param before    decisions to have before one's eyes, with what the person replied
/// @param choices   one of which is chosen; empty where there is nothing to choose
/// @param grounds   one of which is chosen; empty where the ground is given
/// @param cure      whether the form asks what would change the answer
public record RulingPage(
        String key,
        String reference,
        String back,
        String action,
        List<CaseDecisionView> before,
        List<CasePage.Choice> choices,
        List<CasePage.Choice> grounds,
        boolean cure,
        RulingForm form,
        Map<String, String> errors) {}
