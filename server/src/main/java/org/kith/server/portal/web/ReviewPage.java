package org.kith.server.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draft, read through before it is sent.
///
/// @param papers      the papers added, in words
/// @param asked       other offices that are asked before a decision
/// @param complete    whether nothing required is open
/// @param notDeclared whether the person tried to send it without the declaration
public record ReviewPage(
        List<Section> sections, List<String> papers, List<Asked> asked, boolean complete, boolean notDeclared) {
    /// Another office that is asked before a decision.
    ///
    /// @param gets what it is told
    public record Asked(String recipient, String purpose, List<String> gets, String law) {}

    public record Section(String title, List<Given> rows) {}

    /// One question as it was answered.
    ///
    /// @param said what was answered, or null where nothing was
    public record Given(String question, @Nullable String said, boolean required, String address) {}
}
