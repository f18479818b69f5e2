package org.kith.server.desk.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kith.server.audit.LookPurpose;
import org.kith.server.card.Card;
import org.kith.server.desk.web.CasePage.Choice;

/// A card on the desk: how it stands, what was decided about it, what can be.
///
/// @param latin     the holder's name; empty once they have left
/// @param measures  what may be decided now
/// @param causes    of the programme, for what takes the card away
/// @param papers    of the application behind it, which may be looked at
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
        CaseStopView stop,
        List<String> measures,
        List<Cause> causes,
        List<Choice> papers,
        CaseWriting writing,
        MeasureForm form,
        Map<String, String> errors,
        CaseRulingView rulings) {
    /// A cause as officers choose it.
    ///
    /// @param hint key of the text that says what it is a cause for
    public record Cause(String code, String title, String law, String hint) {}
}
