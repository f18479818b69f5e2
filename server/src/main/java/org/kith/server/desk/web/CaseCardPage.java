package org.kith.server.desk.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.LookPurpose;
import org.kith.server.card.Card;

/// A card on the desk: how it stands, what was decided about it, what can be.
///
/// @param latin    the holder's name; empty once they have left
/// @param measures what may be decided now
/// @param heard    whether the holder was heard, so that the card may be revoked
public record CaseCardPage(
        Card card,
        String number,
        String latin,
        String own,
        LookPurpose opened,
        int sheets,
        List<CaseDecisionView> decisions,
        @Nullable CaseDecisionView proposal,
        boolean maySign,
        List<String> measures,
        boolean heard,
        String measure,
        String reason,
        Map<String, String> errors) {}
