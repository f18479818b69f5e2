package org.kith.server.audit;

import java.util.List;
import java.util.OptionalLong;

/// Some of a person's entries, the newest first.
///
/// @param next where the following page begins, if there is one
public record JournalPage(List<Entry> entries, OptionalLong next) {
    /// Before this stands everything.
    public static final long START = Long.MAX_VALUE;

    static JournalPage of(List<Link> links, int count) {
        var next = links.size() < count
                ? OptionalLong.empty()
                : OptionalLong.of(links.getLast().position());
        return new JournalPage(links.stream().map(Link::entry).toList(), next);
    }
}
