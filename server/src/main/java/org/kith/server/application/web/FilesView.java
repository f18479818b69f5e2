package org.kith.server.application.web;

import java.util.List;

/// The papers that a question asks for.
public record FilesView(List<Paper> papers) {
    /// One of the papers.
    ///
    /// @param given how many files of it are there
    public record Paper(String id, String title, long given) {}
}
