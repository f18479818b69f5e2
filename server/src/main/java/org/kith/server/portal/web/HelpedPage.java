package org.kith.server.portal.web;

import java.util.List;

/// What a helper reads. Nothing of it can be changed or sent.
///
/// @param by   as the helped one wants to be called
/// @param what is shown: answers, papers or messages
public record HelpedPage(String by, String what, List<Row> rows, List<Sent> papers) {
    /// A line.
    ///
    /// @param key of a title; empty where the name says it
    public record Row(String name, String key, String said) {}

    /// A paper.
    ///
    /// @param address of its pages
    public record Sent(String address, String title, List<Integer> pages) {}

    public boolean isEmpty() {
        return rows.isEmpty() && papers.isEmpty();
    }
}
