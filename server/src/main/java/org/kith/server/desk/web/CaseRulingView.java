package org.kith.server.desk.web;

import java.util.List;

/// What else an officer can do with a case now, each on a page of its own.
///
/// @param links to the forms
public record CaseRulingView(List<Link> links) {
    public CaseRulingView {
        links = List.copyOf(links);
    }

    /// A form.
    ///
    /// @param key of its words
    public record Link(String key, String address) {}
}
