package org.kith.pack.question;

import java.util.List;

/// A part of the application, as the task list shows it.
public record Section(String id, List<Page> pages) {
    public Section {
        pages = List.copyOf(pages);
    }

    public String titleKey() {
        return "section." + id + ".title";
    }
}
