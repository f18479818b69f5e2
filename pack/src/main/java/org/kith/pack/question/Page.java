package org.kith.pack.question;

import java.util.List;

/// The questions that stand on one page.
public record Page(String id, List<Question> questions) {
    public Page {
        questions = List.copyOf(questions);
    }

    public String titleKey() {
        return "page." + id + ".title";
    }
}
