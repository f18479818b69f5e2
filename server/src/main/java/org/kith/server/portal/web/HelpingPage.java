package org.kith.server.portal.web;

import java.util.List;

/// With whom somebody reads along.
public record HelpingPage(List<Row> rows) {
    /// One whom they help.
    ///
    /// @param scope what they may read
    public record Row(String id, String by, List<String> scope) {}
}
