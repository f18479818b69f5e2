package org.kith.server.portal.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A draft, read through before it is sent.
///
/// @param papers      the papers added, in words
/// @param complete    whether nothing required is open
/// @param notDeclared whether the person tried to send it without the declaration
public record ReviewPage(List<Section> sections, List<String> papers, boolean complete, boolean notDeclared) {
    public record Section(String title, List<Given> rows) {}

    /// One question as it was answered.
    ///
    /// @param said what was answered, or null where nothing was
    public record Given(String question, @Nullable String said, boolean required, String address) {}
}
