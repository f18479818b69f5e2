package org.kith.server.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One kind of paper: why it is asked for, what was sent, and sending it.
///
/// @param why      the purpose, in the programme's words
/// @param keptDays how long papers are kept after the decision
/// @param canAdd   whether another may be sent
/// @param canRemove whether what was sent can be taken back
/// @param error    the key of the sentence that says why the last file was not taken
public record PaperPage(
        String id,
        String title,
        String hint,
        String why,
        long keptDays,
        List<Sent> sent,
        boolean canAdd,
        boolean canRemove,
        @Nullable String error) {
    /// A paper as it is kept.
    ///
    /// @param pages numbers of its pages
    public record Sent(String id, List<Integer> pages, String day) {}
}
